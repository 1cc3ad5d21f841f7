import { useTranslations } from 'next-intl';
import { STANCES } from '@/core/model';
import { byStance } from '@/core/stance';
import { pairView } from '@/negotiation/standing-detail';
import { AT_ONCE, FoldedByLink } from '../folded-by-link';
import { byStrength } from '../pairs/order';
import { chosen, type PairsProps } from '../pairs/pairs';
import { diagramOf, pictured } from './diagram';
import { DominanceTable } from './dominance-table';
import { ParetoExplorer } from './pareto-explorer';
import { dominance } from './relation';

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
