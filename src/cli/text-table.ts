import { fitted, textWidth } from './text-width';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** May be cut to fit the terminal. */
  readonly yields?: boolean;
}

/** One cell per column; `paint` colours what has been fitted. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const GAP = '  ';
const LEAST_CUT = 12;

/**
 * A table with aligned columns. Where even the cut columns leave it wider than the terminal, each row becomes a
 * block of `title: value` lines instead.
 */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string {
  const natural = columns.map(({ title }, at) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[at]?.text ?? '')), textWidth(title)),
  );
  let over = natural.reduce((sum, column) => sum + column, 0) + GAP.length * (columns.length - 1) - width;
  const widths = natural.map((column, at) => {
    if (over <= 0 || !columns[at]?.yields) return column;
    const cut = Math.max(Math.min(column, LEAST_CUT), column - over);
    over -= column - cut;
    return cut;
  });
  if (over > 0) return blocks(columns, rows);
  const line = (cells: readonly Cell[]) =>
    cells
      .map(({ text, paint = plain }, at) =>
        paint(fitted(text, widths[at] ?? 0, columns[at]?.align ?? 'left')),
      )
      .join(GAP)
      .trimEnd();
  return [line(columns.map(({ title }) => ({ text: title }))), ...rows.map(line)].join('\n');
}

function blocks(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  return rows
    .map((row) =>
      row
        .flatMap(({ text, paint = plain }, at) => {
          const title = columns[at]?.title ?? '';
          if (text === '') return [];
          return [at === 0 || title === '' ? paint(text) : `  ${title}: ${paint(text)}`];
        })
        .join('\n'),
    )
    .join('\n');
}

function plain(text: string): string {
  return text;
}
