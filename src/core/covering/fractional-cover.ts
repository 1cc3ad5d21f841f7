/** The fractional cover: the first `whole` entries of `order` entirely, and `part` of the next one. */
export interface FractionalCover {
  readonly order: Int32Array;
  readonly whole: number;
  readonly part: number;
}

/**
 * The cheapest way to reach `need` when candidates may join in part: those of the least cost per load. Quickselect,
 * O(k) on average. It guides the search and is no bound, so doubles do. `need` is at most the sum of the loads.
 */
export function fractionalCover(
  costs: ArrayLike<number>,
  loads: ArrayLike<number>,
  need: number,
): FractionalCover {
  const size = loads.length;
  const order = new Int32Array(size);
  const ratio = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    order[k] = k;
    ratio[k] = loads[k]! > 0 ? costs[k]! / loads[k]! : Number.POSITIVE_INFINITY;
  }
  let [from, to, lacking] = [0, size, need];
  while (to - from > 1) {
    const pivot = ratio[order[(from + to) >> 1]!]!;
    // Below the pivot, at it, above it: [from, less), [less, more), [more, to).
    let [less, more, load] = [from, to, 0];
    for (let k = from; k < more; ) {
      const entry = order[k]!;
      const value = ratio[entry]!;
      if (value < pivot) {
        load += loads[entry]!;
        order[k++] = order[less]!;
        order[less++] = entry;
      } else if (value > pivot) {
        order[k] = order[--more]!;
        order[more] = entry;
      } else k++;
    }
    if (load >= lacking) {
      to = less;
      continue;
    }
    lacking -= load;
    for (from = less; from < more; from++) {
      const entry = loads[order[from]!]!;
      if (entry >= lacking) return { order, whole: from, part: entry > 0 ? lacking / entry : 0 };
      lacking -= entry;
    }
  }
  if (from >= size) return { order, whole: size, part: 0 };
  const last = loads[order[from]!]!;
  return { order, whole: from, part: last > 0 ? Math.min(1, lacking / last) : 0 };
}
