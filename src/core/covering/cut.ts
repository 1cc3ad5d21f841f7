/** The first of an order that bring a need: order[0] to order[last − 1] bring less, and order[last] brings the rest. */
export interface Cut {
  readonly order: Int32Array;
  readonly last: number;
  /** What those before the last bring. */
  readonly before: number;
}

/**
 * The cut in the order of ascending keys, of equal ones the larger load first, then the lower position. Loads are integers,
 * whose sums come out the same in any order, so that quickselect finds the very cut that sorting would, in O(k) on
 * average. `null` where all bring less than the need, or nobody is asked for.
 */
export function cutAt(keys: Float64Array, loads: Float64Array, need: number): Cut | null {
  const order = new Int32Array(keys.length);
  for (let k = 0; k < order.length; k++) order[k] = k;
  let [from, to, before] = [0, order.length, 0];
  while (from < to && need > 0) {
    const middle = (from + to) >> 1;
    const pivot = order[middle]!;
    const [key, load] = [keys[pivot]!, loads[pivot]!];
    order[middle] = order[to - 1]!;
    // Before the pivot: [from, less).
    let [less, brought] = [from, 0];
    for (let k = from; k < to - 1; k++) {
      const entry = order[k]!;
      const own = keys[entry]!;
      if (own > key) continue;
      const each = loads[entry]!;
      if (own === key && (each < load || (each === load && entry > pivot))) continue;
      brought += each;
      order[k] = order[less]!;
      order[less++] = entry;
    }
    order[to - 1] = order[less]!;
    order[less] = pivot;
    if (before + brought >= need) {
      to = less;
      continue;
    }
    before += brought;
    if (before + load >= need) return { order, last: less, before };
    before += load;
    from = less + 1;
  }
  return null;
}
