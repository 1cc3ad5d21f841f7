import type { ByStance, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { lettersOf } from './stance-letters';
import { StanceMarksTable } from './stance-marks-table';

interface StanceColumn {
  readonly head: string;
  readonly of: (profile: ProfileResult) => ByStance<boolean | null> | null;
}

/** Profiles down, questions across, each answered with yes or no under the three stances. */
export function StanceTable({
  label,
  caption,
  frame,
  profiles,
  columns,
}: {
  readonly label: string;
  readonly caption: string;
  readonly frame: NegotiationFile;
  readonly profiles: readonly ProfileResult[];
  readonly columns: readonly StanceColumn[];
}) {
  return (
    <StanceMarksTable
      label={label}
      caption={caption}
      heads={columns.map(({ head }) => head)}
      rows={profiles.map((profile) => ({
        id: profile.id,
        title: profileTitle(profile.id, frame),
        answers: columns.map(({ of }) => lettersOf(of(profile))),
      }))}
    />
  );
}
