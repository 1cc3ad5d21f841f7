/** Something in a row: where its middle would like to be, and how wide it is. */
export interface Wish {
  readonly middle: number;
  readonly width: number;
}

/**
 * Middles of a row in its order, as near to their wishes as they can be (least squares) with `gap` between neighbours:
 * less what stands left of each, wishes only have to ascend, and those that do not are pooled (pool adjacent violators).
 */
export function spread(row: readonly Wish[], gap: number): readonly number[] {
  const offsets: number[] = [];
  row.forEach(({ width }, k) => {
    const before = row[k - 1];
    const last = offsets[k - 1] ?? 0;
    offsets.push(before === undefined ? 0 : last + before.width / 2 + gap + width / 2);
  });
  const pools: { sum: number; size: number }[] = [];
  row.forEach(({ middle }, k) => {
    let pool = { sum: middle - (offsets[k] ?? 0), size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  });
  const starts = pools.flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size));
  return starts.map((start, k) => start + (offsets[k] ?? 0));
}
