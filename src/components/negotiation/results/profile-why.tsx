import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { AggregationResult, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { SupportBars } from '../support-bars';
import type { Track } from '../tracks';
import { Verdict } from '../verdict';
import { MembersTable } from './members-table';
import { ProfileReasons, VerdictWords } from './profile-reasons';

/** One profile's argument: its picture, why in sentences, what is missing, and who stands where as a table behind it. */
export function ProfileWhy({
  result,
  profile,
  frame,
  tracks,
}: {
  readonly result: AggregationResult;
  readonly profile: ProfileResult;
  readonly frame: NegotiationFile;
  readonly tracks: readonly Track[];
}) {
  const t = useTranslations('results.why');
  return (
    <article aria-labelledby={`why-${profile.id}`} className="border-t border-line pt-5">
      <h3 id={`why-${profile.id}`} className="flex flex-wrap items-baseline gap-x-3 text-prose">
        {profileTitle(profile.id, frame)}
        <Verdict verdict={profile.verdict} className="font-sans text-base" />
      </h3>
      <VerdictWords result={result} profile={profile.id} frame={frame} />
      <div className="mt-4">
        <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracks} />
      </div>
      <ProfileReasons result={result} profile={profile.id} frame={frame} />
      <Disclosure summary={t('membersTable')}>
        <MembersTable profile={profile} frame={frame} />
      </Disclosure>
    </article>
  );
}
