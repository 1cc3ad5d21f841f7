'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Link } from '@/components/ui/link';
import type { ByStance } from '@/core/model';
import { addressOf } from '../asked';
import { LinkChoice } from '../link-choice';
import { matrixIn } from './matrix-digits';
import { MatrixTable, NUMBERED } from './matrix-table';
import { PairForm } from './pair-form';
import { PairPanel, type Weighed } from './pair-panel';
import { type Explored, useExplored } from './use-explored';

export interface PairExplorerProps extends Explored {
  /** In the order of the matrices. */
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
  /** By stance, as `digitsOf` writes them. */
  readonly matrices: ByStance<string>;
  readonly stakeholders: number;
  readonly weighed: readonly Weighed[];
  /** By stance, what the matrix shows. */
  readonly findings: ByStance<string>;
}

/** The grid in the place of the picture, in the address. */
const MATRIX = 'matrix';

/** The matrix, and beside the cell that is chosen in it what it says. Without script the form and the links choose. */
export function PairExplorer(props: PairExplorerProps) {
  const { path, asked, profiles, weighed, findings } = props;
  const t = useTranslations('pictures.pairs');
  const { stance, over, under, pair, failed, current, ...choice } = useExplored(props, 'pairs');
  const digits = props.matrices[stance];
  const matrix = useMemo(() => matrixIn(digits), [digits]);
  const titles = new Map(profiles.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  return (
    <>
      <LinkChoice
        label={t('stance')}
        options={choice.stanceOptions}
        current={stance}
        onChoose={choice.chooseStance}
      />
      <h3 className="mt-4 font-sans text-base font-semibold">{findings[stance]}</h3>
      <p className="prose-column mt-1 mb-3 text-note text-muted">{t('caption')}</p>
      <MatrixTable
        profiles={profiles}
        matrix={matrix}
        of={props.stakeholders}
        label={findings[stance]}
        over={over}
        under={under}
        asText={asked.open === MATRIX}
        onChoose={choice.choosePair}
      />
      {profiles.length > NUMBERED ? (
        <noscript>
          <Link href={addressOf(path, asked, { open: MATRIX }, 'pairs')} className="text-note">
            {t('asText')}
          </Link>
        </noscript>
      ) : null}
      <PairForm
        path={path}
        asked={{ ...asked, stance }}
        part="pairs"
        profiles={profiles}
        over={over}
        under={under}
        labels={{ over: t('over'), under: t('under') }}
        onChoose={choice.choosePair}
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
