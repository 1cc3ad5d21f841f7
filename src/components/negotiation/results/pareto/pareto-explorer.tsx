'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ByStance } from '@/core/model';
import { LinkChoice } from '../link-choice';
import { PairForm } from '../pairs/pair-form';
import { type Explored, useExplored } from '../pairs/use-explored';
import type { Pictured } from './diagram';
import { DiagramView } from './diagram-view';
import { diagramIn, type PackedDiagram } from './packed-diagram';
import { WayPanel } from './way-panel';

export interface ParetoExplorerProps extends Explored {
  readonly profiles: readonly Pictured[];
  readonly diagrams: ByStance<PackedDiagram>;
  readonly findings: ByStance<string>;
}

/** The diagram under a stance, and whether one profile dominates another in it, or who stands in the way. */
export function ParetoExplorer(props: ParetoExplorerProps) {
  const { path, asked, profiles, findings } = props;
  const t = useTranslations('pictures.pareto');
  const { stance, over, under, pair, failed, current, ...choice } = useExplored(props, 'pareto');
  const indexOf = (id: string) => profiles.findIndex((profile) => profile.id === id);
  const titleOf = (id: string) => profiles[indexOf(id)]?.title ?? id;
  const { text } = props.diagrams[stance];
  const diagram = useMemo(() => diagramIn({ text }), [text]);
  return (
    <>
      <LinkChoice
        label={t('stance')}
        options={choice.stanceOptions}
        current={stance}
        onChoose={choice.chooseStance}
      />
      <h3 className="mt-4 font-sans text-base font-semibold">{findings[stance]}</h3>
      <p className="prose-column mt-1 mb-4 text-note text-muted">
        {t('caption')} {diagram.dense ? t('marks') : null} {diagram.transitive ? null : t('notTransitive')}
      </p>
      <DiagramView
        diagram={diagram}
        profiles={profiles}
        chosen={over}
        label={findings[stance]}
        onChoose={(id) => choice.choosePair(id, id === under ? over : under)}
      />
      <PairForm
        path={path}
        asked={{ ...asked, stance }}
        part="pareto"
        profiles={profiles}
        over={over}
        under={under}
        labels={{ over: t('does'), under: t('dominate') }}
        onChoose={choice.choosePair}
      />
      <div role="status" className={current || over === under ? 'mt-3' : 'mt-3 opacity-60'}>
        {over === under ? (
          <p>{t('two')}</p>
        ) : failed ? (
          <p>{t('failed')}</p>
        ) : pair === null ? null : (
          <WayPanel
            pair={pair}
            stance={stance}
            dominates={(diagram.dominatedBy[indexOf(pair.under)] ?? []).includes(indexOf(pair.over))}
            adoptable={profiles[indexOf(pair.over)]?.adoptable !== false}
            titleOf={titleOf}
          />
        )}
      </div>
    </>
  );
}
