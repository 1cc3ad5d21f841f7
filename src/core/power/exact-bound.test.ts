import { describe, expect, it } from 'vitest';
import type { Rule } from '../model';
import { exactBound } from './exact-bound';
import { toGame } from './game';

const quota = (a: number, b: number, dimension = 0): Rule => ({
  kind: 'quota',
  dimension,
  share: { a, b },
  strict: false,
});

/** n stakeholders, one of which holds all but n − 1 of the weight, so that the gcd is 1. */
function bound(rule: Rule, n: number, total: number) {
  const weights = Array.from({ length: n }, (_, i) => (i === 0 ? total - n + 1 : 1));
  return exactBound(
    toGame(
      rule,
      weights.map((w, i) => ({ id: `s${i}`, weights: [w, w] })),
    ),
  );
}

describe('what is computed exactly', () => {
  it('everything up to 24 stakeholders', () => {
    expect(bound(quota(1, 2), 24, 1e9)).toEqual({ banzhaf: true, shapleyShubik: true });
    expect(bound(quota(1, 2), 25, 1e9)).toEqual({ banzhaf: false, shapleyShubik: false });
  });

  it('n · (min(q, W − q + 1) + 1) up to 10⁹ for Banzhaf, n times that for Shapley–Shubik', () => {
    // 100 · (10⁷ − 1 + 1) = 10⁹ and 100 · (10⁷ + 1) > 10⁹.
    expect(bound(quota(9_999_999, 20_000_000), 100, 20_000_000).banzhaf).toBe(true);
    expect(bound(quota(10_000_000, 20_000_000), 100, 20_000_000).banzhaf).toBe(false);
    expect(bound(quota(99_999, 200_000), 100, 200_000).shapleyShubik).toBe(true);
    expect(bound(quota(100_000, 200_000), 100, 200_000)).toEqual({ banzhaf: true, shapleyShubik: false });
  });

  it('by duality a quota near the whole is as small as one near nothing', () => {
    expect(bound(quota(19_999_999, 20_000_000), 100, 20_000_000).shapleyShubik).toBe(true);
  });

  it('the product over different quota nodes; equal ones count once', () => {
    const both = (a: number, dimension: number): Rule => ({
      kind: 'allOf',
      nodes: [quota(10_000, 40_000), quota(a, 40_000, dimension)],
    });
    expect(bound(both(10_000, 0), 30, 40_000).banzhaf).toBe(true);
    expect(bound(both(10_000, 1), 30, 40_000).banzhaf).toBe(false);
  });

  it('n times more where members count, and Shapley–Shubik with it', () => {
    const rule = (a: number): Rule => ({
      kind: 'allOf',
      nodes: [quota(a, 400_000), { kind: 'count', atLeast: 2 }],
    });
    expect(bound(rule(99_999), 100, 400_000)).toEqual({ banzhaf: true, shapleyShubik: true });
    expect(bound(rule(100_000), 100, 400_000)).toEqual({ banzhaf: false, shapleyShubik: false });
  });
});
