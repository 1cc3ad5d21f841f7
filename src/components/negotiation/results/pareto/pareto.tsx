import { useTranslations } from 'next-intl';
import { packed } from '@/components/ui/packed';
import { type AggregationResult, STANCES } from '@/core/model';
import { byStance } from '@/core/stance';
import { pairView } from '@/negotiation/standing-detail';
import { workedOut } from '@/negotiation/worked-out';
import { AT_ONCE, FoldedByLink } from '../folded-by-link';
import { byStrength } from '../pairs/order';
import { chosen, type PairsProps } from '../pairs/pairs';
import { diagramOf, pictured } from './diagram';
import { DominanceTable } from './dominance-table';
import { packedDiagram } from './packed-diagram';
import { ParetoExplorer } from './pareto-explorer';

/** Pareto dominance in layers (aggregation.md §4), who stands in the way of an arrow, and every status behind it. */
export function Pareto({ result, frame, detail, asked, negotiation, position, path }: PairsProps) {
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
        diagrams={diagramsOf(result)}
        findings={byStance((stance) =>
          t('finding', {
            count: result.profiles.reduce((sum, { dominatedBy }) => sum + dominatedBy[stance].length, 0),
            turns: c(`stanceTurns.${stance}`),
          }),
        )}
        first={packed({ ...first, pair: pairView(result, detail, first.over, first.under) })}
        stances={STANCES.map((id) => ({ id, label: c(`stance.${id}`) }))}
      />
      <FoldedByLink
        name="dominance"
        summary={c('table')}
        asked={asked}
        path={path}
        large={frame.profiles.length > AT_ONCE}
      >
        {() => <DominanceTable result={result} frame={frame} />}
      </FoldedByLink>
    </>
  );
}

const diagramsOf = workedOut((result: AggregationResult) =>
  byStance((stance) => packedDiagram(diagramOf(result, stance))),
);
