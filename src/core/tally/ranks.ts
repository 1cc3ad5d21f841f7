import { UNDEFINED } from '../scores';
import type { ScoreColumns } from './tile';

/** Low, best and high of at most 64 profiles, and as a number each: the score, then where it stands. */
const RANKS = new Int16Array(3 * 64);
const KEYS = new Float64Array(3 * 64);
const PLACES = 256;

/**
 * The rank of each score of a ballot among all that it gives, 0 for the least, equal for equal ones: `[x]` of low,
 * `[m + x]` of best (`UNDEFINED` stays so), `[2 · m + x]` of high. O(m log m); the array is the same each time.
 *
 * A key is at most 1.6 · 10⁸ · 256 + 191 < 2⁵³. An undefined score sorts below all others, and is no rank.
 */
export function ranksOf({ profiles: m, low, best, high }: ScoreColumns, stakeholder: number): Int16Array {
  const row = stakeholder * m;
  const keys = KEYS.subarray(0, 3 * m);
  for (let x = 0; x < m; x++) {
    keys[x] = low[row + x]! * PLACES + x;
    keys[m + x] = best[row + x]! * PLACES + m + x;
    keys[2 * m + x] = high[row + x]! * PLACES + 2 * m + x;
  }
  keys.sort();
  let rank = UNDEFINED;
  let last = UNDEFINED;
  for (const key of keys) {
    const score = Math.floor(key / PLACES);
    if (score !== last) rank += 1;
    last = score;
    RANKS[key - score * PLACES] = rank;
  }
  return RANKS;
}
