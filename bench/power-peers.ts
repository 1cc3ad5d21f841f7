/** A generating function of big integers: the textbook's way, exact, of one quota; n · q steps to build. */
function coalitions(weights: readonly number[], quota: number): bigint[] {
  const counts = new Array<bigint>(quota).fill(0n);
  counts[0] = 1n;
  for (const weight of weights)
    for (let at = quota - 1; at >= weight; at--) counts[at]! += counts[at - weight]!;
  return counts;
}

/**
 * Swings of each player, as text. A player is divided out of the function again (n · q steps for all), and what of the
 * others weighs from q − w to q − 1 is summed.
 */
export function textbookBanzhaf(weights: readonly number[], quota: number): string[] {
  const counts = coalitions(weights, quota);
  const known = new Map<number, string>();
  return weights.map((weight) => {
    const found = known.get(weight);
    if (found !== undefined) return found;
    const others = counts.slice();
    for (let at = weight; at < quota; at++) others[at]! -= others[at - weight]!;
    const swings = others.slice(Math.max(0, quota - weight)).reduce((sum, count) => sum + count, 0n);
    known.set(weight, swings.toString());
    return swings.toString();
  });
}

/** Swings of each player by looking at every coalition: 2ⁿ sums, for n up to 24. */
export function enumerated(weights: readonly number[], quota: number): string[] {
  const sums = new Float64Array(2 ** weights.length);
  const swings = new Float64Array(weights.length);
  for (let S = 1; S < sums.length; S++) {
    sums[S] = (sums[S & (S - 1)] ?? 0) + (weights[31 - Math.clz32(S & -S)] ?? 0);
    if ((sums[S] ?? 0) < quota) continue;
    for (let rest = S; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      if ((sums[S] ?? 0) - (weights[i] ?? 0) < quota) swings[i] = (swings[i] ?? 0) + 1;
    }
  }
  return Array.from(swings, String);
}

/**
 * The same of a double majority with a blocking minority, for n up to 27: one pass over all 2ⁿ coalitions in the order
 * of a Gray code, in which one player changes at a time.
 */
export function enumeratedDoubleMajority(
  weights: readonly number[],
  quota: number,
  members: number,
  blocking: number,
): string[] {
  const n = weights.length;
  const adequate = new Uint8Array(2 ** n);
  let [S, weight, size] = [0, 0, 0];
  for (let step = 1; step <= adequate.length; step++) {
    adequate[S] = (size >= members && weight >= quota) || size > n - blocking ? 1 : 0;
    const i = 31 - Math.clz32(step & -step);
    S ^= 1 << i;
    const sign = (S >>> i) & 1 ? 1 : -1;
    weight += sign * (weights[i] ?? 0);
    size += sign;
  }
  return weights.map((_, i) => {
    const bit = 2 ** i;
    let swings = 0;
    for (let block = 0; block < adequate.length; block += 2 * bit)
      for (let at = block; at < block + bit; at++) if (adequate[at] !== adequate[at + bit]) swings++;
    return String(swings);
  });
}
