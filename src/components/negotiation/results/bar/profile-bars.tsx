import type { Frame } from '@/core/frame';
import type { AggregationResult, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { StandingDetail } from '@/negotiation/standing-detail';
import { SupportBars } from '../../support-bars';
import { tracksOf } from '../../tracks';
import { signedPoints } from '../gains/signed-points';
import { barTree } from './bar-tree';
import { CoalitionBars } from './coalition-bars';
import { levelsOf } from './levels';
import type { GainWords } from './use-member-words';

/** Gains are sent along while there are not more of them than this. */
const MOST_GAINS = 4_000;

/** A profile's support against the rule: who it is where the reader may see that and asks for it, and else sums. */
export function ProfileBars({
  result,
  frame,
  compiled,
  profile,
  detail,
  apart = true,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly compiled: Frame;
  readonly profile: ProfileResult;
  readonly detail: StandingDetail | null;
  /** Whether stakeholder by stakeholder. */
  readonly apart?: boolean;
}) {
  const x = frame.profiles.findIndex(({ id }) => id === profile.id);
  const rule = compiled.rules[x];
  const levels = apart
    ? levelsOf(
        profile,
        frame.stakeholders.map(({ id }) => id),
      )
    : null;
  if (levels === null || rule === undefined) {
    return <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracksOf(frame)} />;
  }
  const few = frame.stakeholders.length * frame.profiles.length <= MOST_GAINS;
  return (
    <CoalitionBars
      tree={barTree(frame, frame.profiles[x]?.needs, rule)}
      levels={levels.join('')}
      gains={few && detail !== null ? gainWords(detail, profile.id) : null}
    />
  );
}

function gainWords(detail: StandingDetail, profile: string): readonly GainWords[] {
  return detail.gains(profile).map(({ silent, gain: { necessary, possible } }) => {
    if (silent || necessary === null || possible === null) return null;
    return [signedPoints(necessary), signedPoints(possible)];
  });
}
