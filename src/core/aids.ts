import type { Aid, Stance } from './model';
import { gcd, pointsText, rational, text } from './rational';
import type { Standing } from './standing';

/** The bargaining aids of §4 under one stance. */
export function aids(
  standing: Standing,
  stance: Stance,
): { readonly utilitarian: Aid | null; readonly egalitarian: Aid | null } {
  const { frame, support, adequate } = standing;
  const clearing = frame.profiles
    .flatMap((profile, x) => (profile.adoptable && adequate(x, frame.default, stance) ? [x] : []))
    // Smallest id first, so that among equals the first stays (ids compare by code unit: they are ASCII).
    .sort((x, y) => (frame.profiles[x]!.id < frame.profiles[y]!.id ? -1 : 1));
  const first = clearing[0];
  if (first === undefined) return { utilitarian: null, egalitarian: null };
  const gainers = support[first]!.members(stance).filter((i) =>
    clearing.every((x) => support[x]!.has(i, stance)),
  );
  if (gainers.length === 0) return { utilitarian: null, egalitarian: null };
  return {
    utilitarian: utilitarian(standing, stance, clearing, gainers),
    egalitarian: egalitarian(standing, stance, clearing, gainers),
  };
}

/** The largest Σ W(i)·gain: all sums over one common denominator, so that numerators compare. */
function utilitarian(
  { frame, scores }: Standing,
  stance: Stance,
  clearing: number[],
  gainers: number[],
): Aid {
  const byDenominator = new Map<number, number[]>();
  for (const i of gainers) {
    const denominator = scores.denominator[i]!;
    const group = byDenominator.get(denominator);
    if (group === undefined) byDenominator.set(denominator, [i]);
    else group.push(i);
  }
  let common = 1n;
  for (const denominator of byDenominator.keys()) {
    common *= BigInt(denominator) / gcd(common, BigInt(denominator));
  }
  let [winner, most] = [-1, 0n];
  for (const x of clearing) {
    let total = 0n;
    for (const [denominator, group] of byDenominator) {
      const weigh = (i: number) => (frame.dimensions.length === 0 ? 1 : frame.stakeholders[i]!.weights[0]!);
      const numerator = exactSum(group, weigh, (i) => scores.gain(i, x, frame.default, stance) ?? 0);
      total += numerator * (common / BigInt(denominator));
    }
    if (winner === -1 || total > most) [winner, most] = [x, total];
  }
  return { id: frame.profiles[winner]!.id, value: text(rational(most, common * 100n)) };
}

/** Σ a(i)·b(i), a ≤ 10⁹ and |b| ≤ 1.6·10⁸: in numbers while products and sums stay exact, in BigInt past that. */
function exactSum(over: number[], a: (i: number) => number, b: (i: number) => number): bigint {
  let [large, small] = [0n, 0];
  for (const i of over) {
    const product = a(i) * b(i);
    if (Math.abs(product) > 2 ** 52) {
      large += BigInt(a(i)) * BigInt(b(i));
      continue;
    }
    if (Math.abs(small + product) > 2 ** 52) {
      large += BigInt(small);
      small = 0;
    }
    small += product;
  }
  return large + BigInt(small);
}

/** The largest least gain; gains compare by cross-multiplication, below 2.56·10¹² < 2⁵³. */
function egalitarian(
  { frame, scores }: Standing,
  stance: Stance,
  clearing: number[],
  gainers: number[],
): Aid {
  let winner: { x: number; gain: number; denominator: number } | null = null;
  for (const x of clearing) {
    let [least, under] = [Number.POSITIVE_INFINITY, 1];
    for (const i of gainers) {
      const gain = scores.gain(i, x, frame.default, stance) ?? 0;
      const denominator = scores.denominator[i]!;
      if (least === Number.POSITIVE_INFINITY || gain * under < least * denominator) {
        [least, under] = [gain, denominator];
      }
    }
    if (winner === null || least * winner.denominator > winner.gain * under) {
      winner = { x, gain: least, denominator: under };
    }
  }
  if (winner === null) throw new Error('aids without a clearing profile');
  return { id: frame.profiles[winner.x]!.id, value: pointsText(winner.gain, winner.denominator) };
}
