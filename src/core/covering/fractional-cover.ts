/**
 * How many members the fractional cover of `need` takes at a price per member: those of the least
 * (cost + price) / weight. By repeated halving of the ratios' range over what is left, O(k) on average;
 * a guide for the search, not a bound, so doubles do.
 */
export function fractionalCover(
  costs: Float64Array,
  weights: Float64Array,
  price: number,
  need: number,
): number {
  const ratio = costs.map((cost, k) => (cost + price) / weights[k]!);
  let open: number[] = Array.from(ratio, (_, k) => k);
  let [lacking, members] = [need, 0];
  while (open.length > 1) {
    const pivot = ratio[open[open.length >> 1]!]!;
    const below = open.filter((k) => ratio[k]! < pivot);
    const weight = below.reduce((sum, k) => sum + weights[k]!, 0);
    if (weight >= lacking) {
      open = below;
      continue;
    }
    const level = open.filter((k) => ratio[k]! === pivot);
    const levelWeight = level.reduce((sum, k) => sum + weights[k]!, 0);
    lacking -= weight;
    members += below.length;
    if (levelWeight >= lacking) return members + (level.length * lacking) / levelWeight;
    lacking -= levelWeight;
    members += level.length;
    open = open.filter((k) => ratio[k]! > pivot);
  }
  return members + open.length;
}
