'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ByStance, Stance } from '@/core/model';
import type { PairView } from '@/negotiation/standing-detail';
import { type Asked, addressOf } from '../asked';
import { LinkChoice } from '../link-choice';
import type { Matrix } from './matrix';
import { MatrixTable } from './matrix-table';
import { PairForm } from './pair-form';
import { PairPanel, type Weighed } from './pair-panel';
import { usePair } from './use-pair';

export interface PairExplorerProps {
  readonly negotiation: string;
  readonly path: string;
  readonly asked: Asked;
  /** In the order of the matrices. */
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
  readonly matrices: ByStance<Matrix>;
  readonly stakeholders: number;
  readonly weighed: readonly Weighed[];
  readonly first: { readonly over: string; readonly under: string; readonly pair: PairView | null };
  /** By stance, what the matrix shows. */
  readonly findings: ByStance<string>;
  readonly stances: readonly { readonly id: Stance; readonly label: string }[];
}

/** The matrix, and beside the cell that is chosen in it what it says. Without script the form and the links choose. */
export function PairExplorer(props: PairExplorerProps) {
  const { negotiation, path, asked, profiles, matrices, weighed, first, findings, stances } = props;
  const t = useTranslations('pictures.pairs');
  const [stance, setStance] = useState(asked.stance);
  const { over, under, pair, failed, choose } = usePair(negotiation, asked.basis, first);
  const titles = new Map(profiles.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const address = (change: Partial<Asked>) =>
    addressOf(path, { ...asked, stance, over, under }, change, 'pairs');
  // The address follows what is chosen, so that it can be shared; nothing is read anew for it.
  const remember = (change: Partial<Asked>) => window.history.replaceState(null, '', address(change));
  const onChoose = (first: string, second: string) => {
    choose(first, second);
    remember({ over: first, under: second });
  };
  const current = pair !== null && pair.over === over && pair.under === under;
  return (
    <>
      <LinkChoice
        label={t('stance')}
        options={stances.map(({ id, label }) => ({ id, label, href: address({ stance: id }) }))}
        current={stance}
        onChoose={(id) => {
          const next = stances.find((each) => each.id === id);
          if (next === undefined) return;
          setStance(next.id);
          remember({ stance: next.id });
        }}
      />
      <h3 className="mt-4 font-sans text-base font-semibold">{findings[stance]}</h3>
      <p className="prose-column mt-1 mb-3 text-note text-muted">{t('caption')}</p>
      <MatrixTable
        profiles={profiles}
        matrix={matrices[stance]}
        of={props.stakeholders}
        label={findings[stance]}
        over={over}
        under={under}
        onChoose={onChoose}
      />
      <PairForm
        path={path}
        asked={{ ...asked, stance }}
        part="pairs"
        profiles={profiles}
        over={over}
        under={under}
        labels={{ over: t('over'), under: t('under') }}
        onChoose={onChoose}
      />
      <div role="status" className={current ? 'mt-4' : 'mt-4 opacity-60'}>
        {failed ? (
          <p>{t('failed')}</p>
        ) : pair === null ? null : (
          <PairPanel pair={pair} stance={stance} weighed={weighed} titleOf={titleOf} />
        )}
      </div>
    </>
  );
}
