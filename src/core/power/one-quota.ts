import type { Game } from './game';

/** Of so many players every number of coalitions, at most 2ⁿ, is a double exactly. */
const MOST_PLAYERS = 53;
/** Past so many entries residues in SIMD are quicker, though it takes them two passes. */
const MOST_ENTRIES = 1 << 15;

/**
 * Swings per type as `countSwings` gives them, of a small game that is one quota or one number of members: the short
 * way, for of so small a game the most is what it takes to prepare for any rule. `null` of every other game.
 *
 * By duality who swings with a quota q does with W − q + 1 from the complement's side, and the smaller of the two is
 * counted by (performance.md §2). G(x) of all players' sets weigh at most x; H(x) = G(x) − H(x − w) of those without one
 * player of weight w, who swings in the H(q − 1) that weigh too little, but not in the G(q − 1) − H(q − 1) that still do
 * with that player. Cost: n · rows · q additions of doubles.
 */
export function oneQuotaSwings(game: Game, bySize: boolean): bigint[][] | null {
  const { atoms, formula, players: n, totals, types } = game;
  const atom = typeof formula === 'number' ? atoms[formula] : undefined;
  if (atom === undefined || atom.kind === 'includes' || n > MOST_PLAYERS) return null;
  const [axis, asked, total] =
    atom.kind === 'quota' ? [atom.axis, atom.quota, totals[atom.axis]!] : [-1, atom.atLeast, n];
  const complement = total - asked + 1 < asked;
  const quota = complement ? total - asked + 1 : asked;
  // Of heavy and few players every coalition is looked at sooner.
  if (quota * (bySize ? n : 1) > Math.min(MOST_ENTRIES, 2 ** n)) return null;

  const weights = types.map((type) => (axis < 0 ? 1 : type.weights[axis]!));
  const sets = setsOf(
    types.flatMap(({ members }, t) => members.map(() => weights[t]!)),
    quota,
    bySize,
  );
  return weights.map((weight) => {
    const swings = new Array<bigint>(bySize ? n : 1).fill(0n);
    if (weight === 0) return swings;
    let next = without(sets, 0, weight);
    if (!bySize) swings[0] = BigInt(2 * next - atMost(sets, 0));
    for (let size = 0; bySize && size < sets.rows; size++) {
      const lost = next;
      next = without(sets, size + 1, weight);
      swings[complement ? n - 1 - size : size] = BigInt(lost + next - atMost(sets, size + 1));
    }
    return swings;
  });
}

/** How many sets weigh at most x, for each x below the quota; by number of players, a row each, where `bySize`. */
interface Sets {
  readonly values: Float64Array;
  readonly quota: number;
  readonly bySize: boolean;
  readonly rows: number;
}

function setsOf(weights: number[], quota: number, bySize: boolean): Sets {
  // The lightest join first, while there is little that can be other than zero.
  weights.sort((a, b) => a - b);
  const lightest = new Float64Array(weights.length + 1);
  let rows = 1;
  for (let k = 0; k < weights.length; k++) {
    lightest[k + 1] = lightest[k]! + weights[k]!;
    if (bySize && lightest[k + 1]! < quota) rows++;
  }
  const values = new Float64Array(quota * rows);
  values[0] = 1;
  for (let joined = 0; joined < weights.length; joined++) {
    const weight = weights[joined]!;
    const room = quota - 1 - weight;
    if (!bySize) addOn(values, 0, Math.min(lightest[joined]!, room), weight);
    for (let row = Math.min(joined, rows - 2); row >= 0; row--) {
      const [start, heaviest] = [row * quota, lightest[joined]! - lightest[joined - row]!];
      addOn(values, start + lightest[row]!, start + Math.min(heaviest, room), quota + weight);
    }
  }
  for (let row = 0; row < rows; row++)
    for (let at = row * quota + 1; at < (row + 1) * quota; at++) values[at]! += values[at - 1]!;
  return { values, quota, bySize, rows };
}

/** Adds each value to the one `shift` further on: the last first, for where those overlap it is not yet added to. */
function addOn(values: Float64Array, from: number, to: number, shift: number): void {
  for (let at = to; at >= from; at--) values[at + shift]! += values[at]!;
}

/** How many sets of so many players, or of any, weigh less than the quota. */
function atMost({ values, quota, rows }: Sets, row: number): number {
  return row < rows ? values[(row + 1) * quota - 1]! : 0;
}

/** The same without one player of a weight above 0. What comes between counts sets too, so it stays exact. */
function without({ values, quota, bySize, rows }: Sets, row: number, weight: number): number {
  if (row >= rows) return 0;
  const most = Math.floor((quota - 1) / weight);
  const [last, step] = bySize ? [Math.min(most, row), quota + weight] : [most, weight];
  let sets = 0;
  for (let k = last, at = (row + 1) * quota - 1 - last * step; k >= 0; k--, at += step)
    sets = values[at]! - sets;
  return sets;
}
