import { emptyCoalition } from './coalition';
import type { Game } from './game';
import { type Interval, wilson, Z95, Z975 } from './interval';
import { below, type Random, randomFrom, seedOf } from './random';

export interface Estimate {
  readonly index: number;
  /** Holds the true index with a probability of at least about 95 %, for each player by itself. */
  readonly interval: Interval;
}

export interface SampledPower {
  readonly seed: string;
  readonly samples: number;
  /** Per type of player. */
  readonly banzhaf: readonly Estimate[];
  readonly shapleyShubik: readonly Estimate[];
}

/** Steps of about 10 ns; the number of samples follows from the game alone, never from the clock. */
const BUDGET = 1e8;

/**
 * Both indices from random coalitions and random orders (aggregation.md §4 "Power"). The seed is a hash of the
 * rule and of the weights, and the players are drawn in the order of their types, so that neither ids nor the
 * order of arrival matter (§8). Players of one type share what is seen of any of them.
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
  const perSample = 4 * game.players + game.types.length * (4 + game.atoms.length);
  const samples = Math.min(200_000, Math.max(100, Math.floor(BUDGET / perSample)));
  const random = randomFrom(seed);
  return {
    seed,
    samples,
    banzhaf: sampleBanzhaf(game, samples, random),
    shapleyShubik: sampleShapleyShubik(game, samples, random),
  };
}

/**
 * A player is drawn into each coalition with probability ½. The index is a ratio, the probability p of swinging
 * over the mean number of swings of all; its interval joins one for each of the two by Bonferroni: Wilson's for p,
 * the normal one for the mean, at 97.5 % each.
 */
function sampleBanzhaf(game: Game, samples: number, random: Random): Estimate[] {
  const { types } = game;
  const coalition = emptyCoalition(game);
  const inside = new Int32Array(types.length);
  const swings = new Float64Array(types.length);
  let [total, squares] = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    coalition.clear();
    for (const [t, type] of types.entries()) {
      inside[t] = countOfHalf(random, type.members.length);
      coalition.add(type, inside[t]);
    }
    const adequate = coalition.adequate();
    let swinging = 0;
    for (const [t, type] of types.entries()) {
      const candidates = adequate ? inside[t]! : type.members.length - inside[t]!;
      if (candidates === 0) continue;
      if (adequate) coalition.remove(type);
      else coalition.add(type);
      if (coalition.adequate() !== adequate) {
        swings[t]! += candidates;
        swinging += candidates;
      }
      if (adequate) coalition.add(type);
      else coalition.remove(type);
    }
    total += swinging;
    squares += swinging * swinging;
  }
  const mean = total / samples;
  const error = Z975 * Math.sqrt(Math.max(0, squares / samples - mean * mean) / samples);
  return types.map(({ members }, t): Estimate => {
    const p = swings[t]! / (samples * members.length);
    const [low, high] = wilson(p, samples, Z975);
    return {
      index: total === 0 ? 0 : p / mean,
      interval: [low / (mean + error), mean > error ? Math.min(1, high / (mean - error)) : 1],
    };
  });
}

/** How many of `players` fair coins fall heads. */
function countOfHalf(random: Random, players: number): number {
  let heads = 0;
  for (let left = players; left > 0; left -= 32) {
    let bits = left >= 32 ? random() : random() >>> (32 - left);
    for (; bits !== 0; bits &= bits - 1) heads++;
  }
  return heads;
}

/** The pivots of random orders. A type's share of them has Wilson's interval at 95 %; each member has its part. */
function sampleShapleyShubik(game: Game, samples: number, random: Random): Estimate[] {
  const { types } = game;
  const coalition = emptyCoalition(game);
  const order = Int32Array.from(types.flatMap(({ members }, t) => new Array<number>(members.length).fill(t)));
  const pivots = new Float64Array(types.length);
  for (let sample = 0; sample < samples; sample++) {
    coalition.clear();
    // Shuffled only as far as is looked at; starting from the last order does no harm to uniformity.
    for (let k = 0; k < order.length; k++) {
      const other = k + below(random, order.length - k);
      const t = order[other]!;
      order[other] = order[k]!;
      order[k] = t;
      coalition.add(types[t]!);
      if (coalition.adequate()) {
        pivots[t]!++;
        break;
      }
    }
  }
  return types.map(({ members }, t): Estimate => {
    const share = pivots[t]! / samples;
    const [low, high] = wilson(share, samples, Z95);
    return { index: share / members.length, interval: [low / members.length, high / members.length] };
  });
}
