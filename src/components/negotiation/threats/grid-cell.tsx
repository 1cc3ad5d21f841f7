import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Agreement } from './agreement';
import { CellSummary } from './cell-summary';

interface CellProps {
  readonly row: number;
  readonly column: number;
  /** The one that Tab comes to. */
  readonly current: boolean;
  /** `null`: the reader assesses nothing here. */
  readonly mine: string | null;
  readonly state: 'recorded' | 'written' | 'refused';
  readonly bears: boolean;
  readonly agreement: Agreement;
}

/**
 * One threat of one profile: in a table that is a grid, a `td` is a gridcell (HTML-AAM). Drawn again only when something
 * of it changed: there may be thousands.
 */
export const GridCell = memo(function GridCell(props: CellProps) {
  const { row, column, current, mine, state, bears, agreement } = props;
  const t = useTranslations('threats');
  return (
    <td
      tabIndex={current ? 0 : -1}
      data-cell={`${row} ${column}`}
      className={clsx(
        'h-14 min-w-28 cursor-cell border border-line px-2 py-1 align-top text-note focus:outline-2 focus:-outline-offset-2 focus:outline-accent',
        current && 'bg-surface',
      )}
    >
      {mine === null ? null : (
        <span className="flex min-h-5 justify-between gap-1 tabular-nums">
          <strong className="font-semibold whitespace-nowrap">
            <span className="sr-only">{t('mine', { change: '' })}</span>
            {mine === '' ? '·' : mine}
          </strong>
          {state === 'recorded' ? null : (
            <span className={state === 'refused' ? 'text-out-of-reach' : 'text-accent'}>
              <span aria-hidden="true">{state === 'refused' ? '!' : '✎'}</span>
              <span className="sr-only">{t(`legend.${state === 'refused' ? 'fault' : 'written'}`)}</span>
            </span>
          )}
        </span>
      )}
      <CellSummary agreement={agreement} short />
      {bears ? (
        <span className="ml-1 text-muted">
          <span aria-hidden="true">◆</span>
          <span className="sr-only">{t('legend.bears')}</span>
        </span>
      ) : null}
    </td>
  );
});
