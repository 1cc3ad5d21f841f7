import { shareable } from '../shareable';

/** Stakeholders in an order in which those of equal weights stand together. */
export interface WeightClasses {
  readonly order: Int32Array;
  /** Where each class ends in it, ascending. */
  readonly ends: Int32Array;
}

/** A weight is below this. */
const WEIGHTS = 2 ** 30;

/**
 * Who has the same weight in every dimension; `null` where there are more than `most` classes (at most 2²³, so that a
 * class and a weight make one number below 2⁵³), found out as soon as there are: O(n · dimensions).
 *
 * @param weights `[dimension · n + stakeholder]`
 */
export function weightClasses(weights: Int32Array, n: number, most: number): WeightClasses | null {
  const classOf = new Int32Array(n);
  let count = 1;
  for (let at = 0; at < weights.length; at += n) {
    const numbers = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      const key = classOf[i]! * WEIGHTS + weights[at + i]!;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        if (number === most) return null;
        numbers.set(key, number);
      }
      classOf[i] = number;
    }
    count = numbers.size;
  }
  return counted(classOf, count);
}

/** Counting sort. */
function counted(classOf: Int32Array, count: number): WeightClasses {
  const ends = new Int32Array(shareable(4 * count));
  for (const each of classOf) ends[each]! += 1;
  for (let k = 1; k < count; k++) ends[k]! += ends[k - 1]!;
  const places = ends.slice();
  const order = new Int32Array(shareable(4 * classOf.length));
  for (let i = classOf.length - 1; i >= 0; i--) order[--places[classOf[i]!]!] = i;
  return { order, ends };
}
