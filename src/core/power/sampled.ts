import type { Game } from './game';
import { type Interval, weightedShare } from './interval';
import { randomFrom, seedOf } from './random';
import { type Pivots, randomPivots } from './random-orders';

export interface Estimate {
  readonly index: number;
  /** Wilson's score interval at 95 %, for each player by itself (see `weightedShare`). */
  readonly interval: Interval;
}

export interface SampledPower {
  readonly seed: string;
  readonly samples: number;
  /** Per type of player. */
  readonly banzhaf: readonly Estimate[];
  readonly shapleyShubik: readonly Estimate[];
}

/** Players looked at; the number of samples follows from the game alone, never from the clock. */
const BUDGET = 3e7;

/**
 * Both indices from the pivots of random orders (aggregation.md §4 "Power"). The Shapley–Shubik index of i is the
 * probability that i is the pivot. Given that i stands at place k + 1, who stands before is a uniform set of k
 * others; so i's number of swings is in proportion to E[b(k); i is the pivot at k + 1], where b(k) is the binomial
 * probability that a uniform set of others has k members, and the Banzhaf index is i's share of the weight b.
 *
 * The seed is a hash of the rule and the weights, and players are drawn in the order of their types, so that
 * neither ids nor the order of arrival matter (§8). Players of one type have equal parts of what the type got.
 * Only operations that IEEE 754 defines to the last bit are used, so any machine gives the same answer.
 */
export function samplePower(game: Game): SampledPower {
  const seed = seedOf(
    JSON.stringify([
      game.atoms,
      game.formula,
      game.totals,
      game.types.map(({ weights, named, members }) => [weights, named, members.length]),
    ]),
  );
  const samples = Math.min(200_000, Math.max(50, Math.floor(BUDGET / game.players)));
  const pivots = randomPivots(game, samples, randomFrom(seed));
  const equal = new Float64Array(game.players).fill(1);
  return {
    seed,
    samples,
    banzhaf: shares(game, pivots, binomialWeights(pivots.positions, game.players)),
    shapleyShubik: shares(game, pivots, equal),
  };
}

/** Per type, a member's part of the weight of the pivots; `weights` are by position. */
function shares(game: Game, pivots: Pivots, weights: Float64Array): Estimate[] {
  const own = new Float64Array(game.types.length);
  const ownSquares = new Float64Array(game.types.length);
  let [all, squares] = [0, 0];
  for (const [sample, position] of pivots.positions.entries()) {
    const weight = weights[position]!;
    own[pivots.types[sample]!]! += weight;
    ownSquares[pivots.types[sample]!]! += weight * weight;
    all += weight;
    squares += weight * weight;
  }
  return game.types.map(({ members }, t): Estimate => {
    const [low, high] = weightedShare({ own: own[t]!, ownSquares: ownSquares[t]!, all, squares });
    const count = members.length;
    return { index: own[t]! / all / count, interval: [low / count, high / count] };
  });
}

/**
 * Binomial coefficients C(n − 1, k) over the largest of those at the positions seen, for every k that is not
 * larger: products of ratios outward from the middle-most position seen, which vanish but never overflow.
 */
function binomialWeights(positions: Int32Array, n: number): Float64Array {
  const middle = (n - 1) / 2;
  let best = positions[0] ?? 0;
  for (const k of positions) if (Math.abs(k - middle) < Math.abs(best - middle)) best = k;
  const mirror = n - 1 - best;
  const weights = new Float64Array(n);
  const outer = Math.min(best, mirror);
  weights[outer] = weights[n - 1 - outer] = 1;
  for (let k = outer; k > 0; k--) weights[k - 1] = weights[n - k] = (weights[k]! * k) / (n - k);
  return weights;
}
