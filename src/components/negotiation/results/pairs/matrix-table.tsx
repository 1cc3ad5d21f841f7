'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, useRef } from 'react';
import { useSeen } from '@/components/ui/use-seen';
import { gridMove } from './grid-move';
import type { Matrix } from './matrix';
import { MatrixPicture, tenthOf } from './matrix-picture';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** One hue, the more of it the larger the share of stakeholders: tenths. */
const SHADES = [
  '',
  'bg-expected/6',
  'bg-expected/12',
  'bg-expected/18',
  'bg-expected/24',
  'bg-expected/30',
  'bg-expected/36',
  'bg-expected/42',
  'bg-expected/48',
  'bg-expected/54',
  'bg-expected/60',
];

/** Said once for all cells: there may be four thousand of them. */
const CELLS =
  '[&_td]:cursor-cell [&_td]:border [&_td]:border-paper [&_td]:p-0 [&_td]:text-center [&_td]:tabular-nums [&_td]:-outline-offset-1 [&_td]:outline-accent [&_td:focus]:outline-3 [&_[data-adequate]]:font-semibold [&_[data-adequate]]:shadow-[inset_0_0_0_2px_var(--ink)] forced-colors:[&_[data-adequate]]:border-2';
const ROOMY = '[&_td]:h-9 [&_td]:min-w-9';
const SMALL = '[&_td]:h-6 [&_td]:min-w-6';
const DRAWN = '[&_tbody_tr]:h-6 [&_td]:p-0 [&_svg]:block';

/** Numbers stand in the cells of so many profiles at most. */
export const NUMBERED = 24;

/**
 * Rows over columns as a grid of which the keyboard reaches every cell; heads stay in view. A large one is a picture of
 * as much room until it comes into view.
 */
export function MatrixTable({
  profiles,
  matrix,
  of,
  label,
  over,
  under,
  asText,
  onChoose,
}: {
  /** In the order of the matrix. */
  readonly profiles: readonly Titled[];
  readonly matrix: Matrix;
  /** How many stakeholders there are. */
  readonly of: number;
  readonly label: string;
  readonly over: string;
  readonly under: string;
  /** A grid from the start, however large. */
  readonly asText: boolean;
  readonly onChoose: (over: string, under: string) => void;
}) {
  const t = useTranslations('pictures.pairs');
  const table = useRef<HTMLTableElement>(null);
  const size = profiles.length;
  const seen = useSeen(table);
  const isGrid = seen || asText || size <= NUMBERED;
  // By where it stands: an attribute that says so, on each of four thousand cells, would be a twelfth of the page.
  const placeOf = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest('td') : null;
    const row = cell?.closest('tr');
    return cell && row ? { row: row.sectionRowIndex, column: cell.cellIndex - 1 } : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    const to = at === null ? null : gridMove(event.key, at, size);
    if (to === null || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    table.current?.tBodies[0]?.rows[to.row]?.cells[to.column + 1]?.focus();
  };
  const row = profiles.findIndex(({ id }) => id === over);
  const column = profiles.findIndex(({ id }) => id === under);
  return (
    <div className="relative max-h-[75vh] w-fit max-w-full overflow-auto overscroll-x-contain border border-line print:max-h-none">
      <table
        ref={table}
        {...(isGrid && { role: 'grid', 'aria-readonly': true })}
        aria-label={label}
        className={clsx(
          'text-note print:[print-color-adjust:exact]',
          isGrid ? [CELLS, size <= NUMBERED ? ROOMY : SMALL] : DRAWN,
        )}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const at = placeOf(event.target);
          const [first, second] = [profiles[at?.row ?? -1], profiles[at?.column ?? -1]];
          if (first !== undefined && second !== undefined && first !== second) onChoose(first.id, second.id);
        }}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 bg-paper px-2 pb-1 text-left align-bottom font-medium text-muted"
            >
              {t('corner')}
            </th>
            {profiles.map(({ id, title }, at) => (
              <th
                key={id}
                scope="col"
                title={title}
                className={clsx(
                  'sticky top-0 z-10 h-36 bg-paper pb-1 align-bottom font-medium',
                  at === column ? 'text-accent' : 'text-ink',
                )}
              >
                <span className="mx-auto block max-h-34 rotate-180 truncate text-left [writing-mode:vertical-rl]">
                  {title}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {profiles.map(({ id, title }, at) =>
            isGrid ? (
              <MatrixRow
                key={id}
                at={at}
                profiles={profiles}
                of={of}
                matrix={matrix}
                chosen={at === row ? column : null}
              />
            ) : (
              <tr key={id}>
                <RowHead title={title} chosen={at === row} />
                {at === 0 ? (
                  <td colSpan={size} rowSpan={size}>
                    <MatrixPicture
                      matrix={matrix}
                      size={size}
                      of={of}
                      label={label}
                      row={row}
                      column={column}
                    />
                  </td>
                ) : null}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function RowHead({ title, chosen }: { readonly title: string; readonly chosen: boolean }) {
  return (
    <th
      scope="row"
      title={title}
      className={clsx(
        'sticky left-0 z-10 max-w-28 truncate bg-paper px-2 text-left font-medium sm:max-w-52',
        chosen ? 'text-accent' : 'text-ink',
      )}
    >
      {title}
    </th>
  );
}

/** Drawn again only when something of it changed: there may be 64 rows of 64 cells. */
const MatrixRow = memo(function MatrixRow({
  at,
  profiles,
  of,
  matrix,
  chosen,
}: {
  readonly at: number;
  readonly profiles: readonly Titled[];
  readonly of: number;
  readonly matrix: Matrix;
  /** The column of the cell that Tab comes to, where it is in this row. */
  readonly chosen: number | null;
}) {
  const t = useTranslations('pictures.pairs');
  const size = profiles.length;
  const title = profiles[at]?.title ?? '';
  const roomy = size <= NUMBERED;
  return (
    <tr>
      <RowHead title={title} chosen={chosen !== null} />
      {profiles.map(({ id }, column) => {
        const cell = at * size + column;
        const members = matrix.members[cell] ?? 0;
        const adequate = matrix.adequate[cell] === '1';
        const self = column === at;
        return (
          <td
            key={id}
            tabIndex={column === chosen ? 0 : -1}
            data-adequate={adequate ? '' : undefined}
            className={clsx(
              self ? 'text-muted' : SHADES[tenthOf(members, of)],
              column === chosen && 'outline-3',
            )}
          >
            {self ? (
              <span aria-hidden="true">·</span>
            ) : (
              <>
                {roomy ? members : <span className="sr-only">{members}</span>}
                {adequate ? <span className="sr-only"> {t('adequate')}</span> : null}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
});
