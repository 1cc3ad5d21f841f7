/** What a key does in the grid of threats. Nothing here knows a browser. */

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** As far as a key press matters: `code` names the place on the keyboard, whatever the layout prints there. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type GridAction =
  | { readonly kind: 'move'; readonly to: GridPlace }
  /** The next digit is negative. */
  | { readonly kind: 'minus' }
  | { readonly kind: 'point' | 'stretch'; readonly step: number }
  /** Back to what is recorded. */
  | { readonly kind: 'revert' }
  | { readonly kind: 'row' | 'column' }
  /** To the fields of the cell: ends, reason, evidence. */
  | { readonly kind: 'detail' };

const MINUS: ReadonlySet<string> = new Set(['-', '−', '_']);
const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Arrows, Home and End (with Ctrl: the corners) move. A digit 0 … 3, after a minus a negative one, sets the cell; with
 * Shift it stretches the interval to there. Backspace or Delete reverts, R and C fill the row and the column, Enter goes
 * to the detail. `null`: not ours, the browser's.
 */
export function gridAction(
  press: KeyPress,
  at: GridPlace,
  { rows, columns }: GridSize,
  negative: boolean,
): GridAction | null {
  const inside = (row: number, column: number): GridAction => ({
    kind: 'move',
    to: {
      row: Math.min(Math.max(row, 0), rows - 1),
      column: Math.min(Math.max(column, 0), columns - 1),
    },
  });
  if (press.altKey || press.metaKey) return null;
  if (press.key === 'Home') return inside(press.ctrlKey ? 0 : at.row, 0);
  if (press.key === 'End') return inside(press.ctrlKey ? rows - 1 : at.row, columns - 1);
  if (press.ctrlKey) return null;
  const move = MOVES[press.key];
  if (move !== undefined) return inside(at.row + move[0], at.column + move[1]);
  if (MINUS.has(press.key) || press.code === 'NumpadSubtract') return { kind: 'minus' };
  const digit = digitOf(press);
  if (digit !== null) {
    const step = negative && digit > 0 ? -digit : digit;
    return { kind: press.shiftKey ? 'stretch' : 'point', step };
  }
  switch (press.key) {
    case 'Backspace':
    case 'Delete':
      return { kind: 'revert' };
    case 'Enter':
      return { kind: 'detail' };
    case 'r':
    case 'R':
      return { kind: 'row' };
    case 'c':
    case 'C':
      return { kind: 'column' };
    default:
      return null;
  }
}

/** By the place first: with Shift a digit prints something else, and where digits need Shift it prints them. */
function digitOf({ key, code }: KeyPress): number | null {
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(code)?.[1] ?? /^[0-3]$/.exec(key)?.[0];
  return digit === undefined ? null : Number(digit);
}
