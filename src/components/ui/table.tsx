import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A table with hairlines between its rows. `caption` is read aloud, and stands above where `shown`. */
export function Table({
  caption,
  shown = false,
  children,
}: {
  readonly caption: string;
  readonly shown?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <table className="min-w-full text-note">
      <caption className={shown ? 'pb-2 text-left text-note text-muted' : 'sr-only'}>
        {/* Stays in view, and breaks its lines, where the table is wider than the window and scrolls. */}
        <span className="sticky left-0 block w-fit max-w-[calc(100vw-2rem)]">{caption}</span>
      </caption>
      {children}
    </table>
  );
}

interface CellProps {
  readonly children: ReactNode;
  readonly numeric?: boolean;
  readonly className?: string;
}

/** A heading of a column, or of a row where `row`. */
export function Head({
  children,
  numeric = false,
  row = false,
  colSpan,
  rowSpan,
  className,
}: CellProps & { readonly row?: boolean; readonly colSpan?: number; readonly rowSpan?: number }) {
  return (
    <th
      scope={row ? 'row' : colSpan === undefined ? 'col' : 'colgroup'}
      colSpan={colSpan}
      rowSpan={rowSpan}
      className={clsx(
        'border-b border-line py-2 pr-3 align-bottom last:pr-0 font-medium',
        numeric ? 'text-right' : 'text-left',
        row ? 'align-top text-ink' : 'text-muted',
        className,
      )}
    >
      {children}
    </th>
  );
}

export function Cell({ children, numeric = false, className }: CellProps) {
  return (
    <td
      className={clsx(
        'border-b border-line py-2 pr-3 align-top last:pr-0',
        numeric && 'text-right tabular-nums',
        className,
      )}
    >
      {children}
    </td>
  );
}

/** The cells of a row of which the first heads it and the others are numbers. */
export function NumberedCells({
  cells,
  heads,
  className,
}: {
  readonly cells: readonly string[];
  /** Of the columns, each once. */
  readonly heads: readonly string[];
  /** Of the first. */
  readonly className?: string;
}) {
  return cells.map((cell, k) =>
    k === 0 ? (
      <Head key={heads[k]} row {...(className === undefined ? {} : { className })}>
        {cell}
      </Head>
    ) : (
      <Cell key={heads[k]} numeric>
        {cell}
      </Cell>
    ),
  );
}
