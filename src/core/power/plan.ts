import type { Game } from './game';
import type { Coordinate } from './terms';

/** How a game's coalitions are to be counted: by which coordinates, and what one pass over them costs. */
export interface Plan {
  readonly coordinates: readonly Coordinate[];
  /** Some coordinates weigh the coalition and others its complement. */
  readonly mixed: boolean;
  /** Entries of all the boxes together, for one includes condition and without sizes. */
  readonly cells: number;
}

/**
 * A quota q on W units is met by S when S weighs q, or its complement less than W − q + 1: by duality the smaller
 * of the two will do (performance.md §2). Where all coordinates can be of one kind, a player is taken out of the
 * generating function at once; otherwise (`mixed`) it costs a factor of about 2·log₂ n, so the product of the
 * sizes must be smaller by that. The product is at most that of aggregation.md §4 "Power", ∏ (min(q, W − q + 1) + 1).
 */
export function planFor(game: Game): Plan {
  const cost = ({ mixed, cells }: Plan): number =>
    mixed ? cells * 2 * Math.ceil(Math.log2(game.players + 1)) : cells;
  return plansFor(game).reduce((best, plan) => (cost(plan) < cost(best) ? plan : best));
}

/** Weighing the coalition, weighing the complement, and for each quota the smaller of the two. All are right. */
export function plansFor(game: Game): readonly [Plan, Plan, Plan] {
  return [
    planBy(game, () => false),
    planBy(game, () => true),
    planBy(game, (quota, total) => total - quota + 1 < quota),
  ];
}

function planBy(game: Game, out: (quota: number, total: number) => boolean): Plan {
  const coordinates: { axis: number; out: boolean; bounds: { below: number; atom: number }[] }[] = [];
  for (const [atom, a] of game.atoms.entries()) {
    if (a.kind !== 'quota') continue;
    const total = game.totals[a.axis] ?? 0;
    const side = out(a.quota, total);
    let coordinate = coordinates.find((c) => c.axis === a.axis && c.out === side);
    if (coordinate === undefined) {
      coordinate = { axis: a.axis, out: side, bounds: [] };
      coordinates.push(coordinate);
    }
    coordinate.bounds.push({ below: side ? total - a.quota + 1 : a.quota, atom });
  }
  for (const { bounds } of coordinates) bounds.sort((a, b) => a.below - b.below);
  return {
    coordinates,
    mixed: new Set(coordinates.map((c) => c.out)).size > 1,
    cells: coordinates.reduce((product, { bounds }) => product * ((bounds.at(-1)?.below ?? 0) + 1), 1),
  };
}
