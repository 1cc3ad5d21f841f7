import type { TemptationView } from '@/negotiation/standing-detail';
import { type Arc, arcs } from './arcs';

/** A move between profiles, by their ids. */
export interface MoveView {
  readonly stakeholder: string;
  readonly from: string;
  readonly to: string;
}

/** Everything that leads between two profiles, drawn as one line; a sanction is a line of its own. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly kind: 'move' | 'temptation' | 'chosen' | 'sanction';
  /** Whether it leads to either end as a move, and whether somebody is tempted to make that one. */
  readonly heads: {
    readonly from: 'none' | 'move' | 'temptation';
    readonly to: 'none' | 'move' | 'temptation';
  };
  /** Whom it takes, in the order of the moves; of a temptation those who are tempted. */
  readonly who: readonly string[];
}

export interface Graph {
  /** Profiles from above to below. */
  readonly rows: readonly string[];
  readonly lines: readonly { readonly line: Line; readonly arc: Arc }[];
  /** Whether only the surroundings of the chosen profile are drawn. */
  readonly around: boolean;
}

/** More cannot be told apart: then only what leads from the chosen profile or to it is drawn. */
const MOST_ROWS = 10;
const MOST_LINES = 20;

/** Whether the whole of it is too much for one drawing. */
export function isLarge(profiles: readonly string[], moves: readonly MoveView[]): boolean {
  return touched(profiles, moves).length > MOST_ROWS || pairs(moves).size > MOST_LINES;
}

/** Profiles that some move leads from or to, in the order given. */
export function touched(profiles: readonly string[], moves: readonly MoveView[]): readonly string[] {
  const ends = new Set(moves.flatMap(({ from, to }) => [from, to]));
  return profiles.filter((id) => ends.has(id));
}

/** The graph of moves and temptations (aggregation.md §6), with the sanctions of the chosen temptation. */
export function graphOf(
  profiles: readonly string[],
  moves: readonly MoveView[],
  tempted: readonly TemptationView[],
  leave: string,
  chosen: TemptationView | null,
): Graph {
  const around = isLarge(profiles, moves);
  const near = around ? moves.filter(({ from, to }) => from === leave || to === leave) : moves;
  const ends = new Set(touched(profiles, near));
  const sanctions = chosen?.deterredBy.gmr ?? [];
  const others = profiles.filter((id) => id !== leave && (ends.has(id) || sanctions.includes(id)));
  const rows = around ? [leave, ...others] : profiles.filter((id) => ends.has(id));
  const lines = [
    ...[...pairs(near).values()].map((ways) => lineOf(ways, tempted, chosen)),
    ...sanctions.map(
      (to): Line => ({
        from: chosen?.to ?? '',
        to,
        kind: 'sanction',
        heads: { from: 'none', to: 'move' },
        who: [],
      }),
    ),
  ].filter(({ from, to }) => rows.includes(from) && rows.includes(to));
  const drawn = arcs(lines.map(({ from, to }) => ({ from: rows.indexOf(from), to: rows.indexOf(to) })));
  return {
    rows,
    lines: lines.flatMap((line, k) => {
      const arc = drawn[k];
      return arc === undefined ? [] : [{ line, arc }];
    }),
    around,
  };
}

/** Moves by the two profiles that they lead between. */
function pairs(moves: readonly MoveView[]): ReadonlyMap<string, readonly MoveView[]> {
  const found = new Map<string, MoveView[]>();
  for (const move of moves) {
    const key = JSON.stringify([move.from, move.to].sort());
    const ways = found.get(key);
    if (ways === undefined) found.set(key, [move]);
    else ways.push(move);
  }
  return found;
}

function lineOf(
  ways: readonly MoveView[],
  tempted: readonly TemptationView[],
  chosen: TemptationView | null,
): Line {
  const [first] = ways;
  const [from, to] = [first?.from ?? '', first?.to ?? ''];
  const between = tempted.filter(
    (each) => (each.from === from && each.to === to) || (each.from === to && each.to === from),
  );
  const head = (end: string) =>
    between.some((each) => each.to === end)
      ? 'temptation'
      : ways.some((each) => each.to === end)
        ? 'move'
        : 'none';
  const isChosen = chosen !== null && between.includes(chosen);
  const who = between.length > 0 ? between : ways;
  return {
    from,
    to,
    kind: isChosen ? 'chosen' : between.length > 0 ? 'temptation' : 'move',
    heads: { from: head(from), to: head(to) },
    who: [...new Set(who.map(({ stakeholder }) => stakeholder))],
  };
}
