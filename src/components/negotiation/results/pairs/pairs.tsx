import { useTranslations } from 'next-intl';
import { packed } from '@/components/ui/packed';
import { type AggregationResult, STANCES } from '@/core/model';
import { byStance } from '@/core/stance';
import type { NegotiationFile } from '@/negotiation/file/model';
import { pairView, type StandingDetail } from '@/negotiation/standing-detail';
import { workedOut } from '@/negotiation/worked-out';
import { dimensionShort, profileTitle } from '../../labels';
import { defaultProfileId, tracksOf } from '../../tracks';
import type { Asked } from '../asked';
import { matrixOf } from './matrix';
import { digitsOf } from './matrix-digits';
import { byStrength } from './order';
import { PairExplorer } from './pair-explorer';
import type { Weighed } from './pair-panel';

/** What pairs of profiles are pictured from: a standing, who is behind it as far as the reader may know, what is asked. */
export interface PairsProps {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly detail: StandingDetail | null;
  readonly asked: Asked;
  readonly negotiation: string;
  readonly position: number;
  readonly path: string;
}

/** Every pair of profiles (aggregation.md §4 "Pairs"), the stronger before the weaker. */
export function Pairs({ result, frame, detail, asked, negotiation, position, path }: PairsProps) {
  const t = useTranslations('pictures.pairs');
  const c = useTranslations('common');
  const order = byStrength(result);
  const first = chosen(order, frame, asked);
  return (
    <PairExplorer
      // What was read of another standing is of no use any more.
      key={position}
      negotiation={negotiation}
      path={path}
      asked={asked}
      profiles={order.map((id) => ({ id, title: profileTitle(id, frame) }))}
      matrices={matricesOf(result)}
      stakeholders={frame.stakeholders.length}
      weighed={weighedOf(frame)}
      first={packed({ ...first, pair: pairView(result, detail, first.over, first.under) })}
      findings={byStance((stance) =>
        t('finding', {
          count: result.pairs[stance].filter(({ adequate }) => adequate).length,
          turns: c(`stanceTurns.${stance}`),
        }),
      )}
      stances={STANCES.map((id) => ({ id, label: c(`stance.${id}`) }))}
    />
  );
}

const matricesOf = workedOut((result: AggregationResult) =>
  byStance((stance) => digitsOf(matrixOf(result, byStrength(result), stance))),
);

/** The pair that the address asks for; else the strongest profile over the default. */
export function chosen(
  order: readonly string[],
  frame: NegotiationFile,
  asked: Asked,
): { readonly over: string; readonly under: string } {
  const base = defaultProfileId(frame);
  const known = (id: string | null) => order.find((each) => each === id);
  const over = known(asked.over) ?? order.find((id) => id !== base) ?? base;
  const under = known(asked.under) ?? (over === base ? undefined : base) ?? order.find((id) => id !== over);
  return { over, under: under ?? base };
}

/** Every dimension, with the thresholds of the rule and of what profiles need. */
function weighedOf(frame: NegotiationFile): readonly Weighed[] {
  const needs = frame.profiles.flatMap((profile) => profile.needs ?? []);
  const tracks = tracksOf({ ...frame, rule: { allOf: [frame.rule, ...needs] } });
  return (frame.dimensions ?? []).map(({ id }) => ({
    id,
    name: dimensionShort(id, frame),
    total: frame.stakeholders.reduce((sum, { weights }) => sum + (weights?.[id] ?? 0), 0),
    thresholds: tracks.filter(({ dimension }) => dimension === id).map(({ a, b }) => ({ a, b })),
  }));
}
