'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ByStance, Stance } from '@/core/model';
import type { PairView } from '@/negotiation/standing-detail';
import { type Asked, addressOf } from '../asked';
import { LinkChoice } from '../link-choice';
import { PairForm } from '../pairs/pair-form';
import { usePair } from '../pairs/use-pair';
import type { Diagram, Pictured } from './diagram';
import { DiagramView } from './diagram-view';
import { WayPanel } from './way-panel';

export interface ParetoExplorerProps {
  readonly negotiation: string;
  readonly path: string;
  readonly asked: Asked;
  readonly profiles: readonly Pictured[];
  readonly diagrams: ByStance<Diagram>;
  readonly findings: ByStance<string>;
  readonly first: { readonly over: string; readonly under: string; readonly pair: PairView | null };
  readonly stances: readonly { readonly id: Stance; readonly label: string }[];
}

/** The diagram under a stance, and whether one profile dominates another in it, or who stands in the way. */
export function ParetoExplorer(props: ParetoExplorerProps) {
  const { negotiation, path, asked, profiles, diagrams, findings, first, stances } = props;
  const t = useTranslations('pictures.pareto');
  const [stance, setStance] = useState(asked.stance);
  const { over, under, pair, failed, choose } = usePair(negotiation, asked.basis, first);
  const indexOf = (id: string) => profiles.findIndex((profile) => profile.id === id);
  const titleOf = (id: string) => profiles[indexOf(id)]?.title ?? id;
  const diagram = diagrams[stance];
  const remember = (change: Partial<Asked>) =>
    window.history.replaceState(
      null,
      '',
      addressOf(path, { ...asked, stance, over, under }, change, 'pareto'),
    );
  const onChoose = (above: string, below: string) => {
    choose(above, below);
    remember({ over: above, under: below });
  };
  const current = pair !== null && pair.over === over && pair.under === under;
  return (
    <>
      <LinkChoice
        label={t('stance')}
        options={stances.map(({ id, label }) => ({
          id,
          label,
          href: addressOf(path, asked, { stance: id }, 'pareto'),
        }))}
        current={stance}
        onChoose={(id) => {
          const next = stances.find((each) => each.id === id);
          if (next === undefined) return;
          setStance(next.id);
          remember({ stance: next.id });
        }}
      />
      <h3 className="mt-4 font-sans text-base font-semibold">{findings[stance]}</h3>
      <p className="prose-column mt-1 mb-4 text-note text-muted">
        {t('caption')} {diagram.transitive ? null : t('notTransitive')}
      </p>
      <DiagramView
        diagram={diagram}
        profiles={profiles}
        chosen={over}
        label={findings[stance]}
        onChoose={(id) => onChoose(id, id === under ? over : under)}
      />
      <PairForm
        path={path}
        asked={{ ...asked, stance }}
        part="pareto"
        profiles={profiles}
        over={over}
        under={under}
        labels={{ over: t('does'), under: t('dominate') }}
        onChoose={onChoose}
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
