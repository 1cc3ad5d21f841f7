import { useTranslations } from 'next-intl';
import { type AggregationResult, STANCES } from '@/core/model';
import { byStance } from '@/core/stance';
import type { NegotiationFile } from '@/negotiation/file/model';
import { pairView, type StandingDetail } from '@/negotiation/standing-detail';
import type { Asked } from '../asked';
import { byStrength } from '../pairs/order';
import { chosen } from '../pairs/pairs';
import { diagramOf, pictured } from './diagram';
import { DominanceTable } from './dominance-table';
import { ParetoExplorer } from './pareto-explorer';
import { dominance } from './relation';

/** Pareto dominance in layers (aggregation.md §4), who stands in the way of an arrow, and every status behind it. */
export function Pareto({
  result,
  frame,
  detail,
  asked,
  negotiation,
  position,
  path,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly detail: StandingDetail | null;
  readonly asked: Asked;
  readonly negotiation: string;
  readonly position: number;
  readonly path: string;
}) {
  const t = useTranslations('pictures.pareto');
  const c = useTranslations('common');
  const first = chosen(byStrength(result), frame, asked);
  return (
    <>
      <ParetoExplorer
        // What was read of another standing is of no use any more.
        key={position}
        negotiation={negotiation}
        path={path}
        asked={asked}
        profiles={pictured(result, frame)}
        diagrams={byStance((stance) => diagramOf(result, stance))}
        findings={byStance((stance) =>
          t('finding', {
            count: dominance(result, stance)
              .flat()
              .filter((is) => is).length,
            turns: c(`stanceTurns.${stance}`),
          }),
        )}
        first={{ ...first, pair: pairView(result, detail, first.over, first.under) }}
        stances={STANCES.map((id) => ({ id, label: c(`stance.${id}`) }))}
      />
      <DominanceTable result={result} frame={frame} />
    </>
  );
}
