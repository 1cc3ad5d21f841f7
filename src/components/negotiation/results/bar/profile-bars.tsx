import { useTranslations } from 'next-intl';
import { OnceOpened } from '@/components/ui/once-opened';
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
/** With more profiles the page shows sums and verdicts, and what is behind them when somebody asks. */
export const AT_ONCE = 16;

/** A profile's support against the rule: who it is where the reader may see that, and sums where not. */
export function ProfileBars({
  result,
  frame,
  compiled,
  profile,
  detail,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly compiled: Frame;
  readonly profile: ProfileResult;
  readonly detail: StandingDetail | null;
}) {
  const t = useTranslations('pictures.bar');
  const levels = levelsOf(
    profile,
    frame.stakeholders.map(({ id }) => id),
  );
  const x = frame.profiles.findIndex(({ id }) => id === profile.id);
  const rule = compiled.rules[x];
  const sums = <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracksOf(frame)} />;
  if (levels === null || rule === undefined) return sums;
  const few = frame.stakeholders.length * frame.profiles.length <= MOST_GAINS;
  const who = (
    <CoalitionBars
      tree={barTree(frame, frame.profiles[x]?.needs, rule)}
      levels={levels.join('')}
      gains={few && detail !== null ? gainWords(detail, profile.id) : null}
    />
  );
  if (frame.profiles.length <= AT_ONCE) return who;
  return (
    <>
      {sums}
      <OnceOpened summary={t('apart')}>{who}</OnceOpened>
    </>
  );
}

function gainWords(detail: StandingDetail, profile: string): readonly GainWords[] {
  return detail.gains(profile).map(({ silent, gain: { necessary, possible } }) => {
    if (silent || necessary === null || possible === null) return null;
    return [signedPoints(necessary), signedPoints(possible)];
  });
}
