import type { Points, Stance } from '@/core/model';
import { compare, type Rational, rational, text } from '@/core/rational';
import { fractionOf } from '@/negotiation/explain/exact-text';
import type { BlocGains } from '@/negotiation/standing-detail';

export const AIDS = ['nash', 'egalitarian', 'utilitarian'] as const;
export type AgreementAid = (typeof AIDS)[number];

/** A profile in the range of agreement, with the aids that point to it. */
export interface Agreement extends BlocGains {
  /** The least gains of the two blocs under the stance, in points. */
  readonly at: readonly [Points, Points];
  readonly product: Points;
  readonly sum: Points;
  readonly aids: readonly AgreementAid[];
}

/**
 * The range of agreement of two blocs under a stance: the profiles that every member of both strictly prefers to the
 * default, so the least gain of either is positive. In it the largest product of the two least gains (Nash), the
 * largest lesser one (egalitarian) and the largest sum (utilitarian): exact, and among equals the smallest id.
 */
export function agreements(gains: readonly BlocGains[], stance: Stance): readonly Agreement[] {
  const range = gains.flatMap((each) => {
    const [first, second] = [each.first[stance], each.second[stance]];
    if (first === null || second === null) return [];
    const [a, b] = [exact(first), exact(second)];
    return a.num > 0n && b.num > 0n ? [{ each, first, second, a, b, ...values(a, b) }] : [];
  });
  const best = (aid: AgreementAid) =>
    range.reduce<(typeof range)[number] | null>((winner, point) => {
      if (winner === null) return point;
      const order = compare(point[aid], winner[aid]);
      return order > 0 || (order === 0 && point.each.profile < winner.each.profile) ? point : winner;
    }, null)?.each.profile;
  const winners = AIDS.map((aid) => ({ aid, profile: best(aid) }));
  return range.map(({ each, first, second, nash, utilitarian }) => ({
    ...each,
    at: [first, second],
    product: text(nash),
    sum: text(utilitarian),
    aids: winners.filter(({ profile }) => profile === each.profile).map(({ aid }) => aid),
  }));
}

function values(a: Rational, b: Rational): { readonly [A in AgreementAid]: Rational } {
  return {
    nash: rational(a.num * b.num, a.den * b.den),
    egalitarian: compare(a, b) <= 0 ? a : b,
    utilitarian: rational(a.num * b.den + b.num * a.den, a.den * b.den),
  };
}

function exact(points: Points): Rational {
  const { numerator, denominator } = fractionOf(points);
  return rational(numerator, denominator);
}

/**
 * Where the axis of both blocs begins and ends, in whole tens of points: as far below the default as above it at most,
 * since what a silent stakeholder may lose would leave no room for what matters. For drawing alone.
 */
export function domainOf(range: readonly Agreement[]): readonly [number, number] {
  const ends = range.flatMap(({ first, second }) =>
    [first.necessary, first.possible, second.necessary, second.possible].map((each) => drawn(each ?? '0')),
  );
  const to = Math.ceil(Math.max(10, ...ends) / 10) * 10;
  return [Math.max(-to, Math.floor(Math.min(0, ...ends) / 10) * 10), to];
}

/** Round numbers of points, at most seven. For drawing alone. */
export function ticksOf([from, to]: readonly [number, number]): readonly number[] {
  const step = [10, 20, 50].find((each) => (to - from) / each <= 6) ?? 50;
  const least = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - least + 1 }, (_, k) => (least + k) * step);
}

/** For drawing alone. */
export function drawn(points: Points): number {
  const { numerator, denominator } = fractionOf(points);
  return Number(numerator) / Number(denominator);
}
