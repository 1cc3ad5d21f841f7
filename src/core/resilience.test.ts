import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { profile, type Row, small } from './examples/small';
import type { Negotiation, Rule } from './model';

const first = (negotiation: Negotiation) => {
  const { criticalMembers, resilience } = aggregate(negotiation, { basis: 'stated' }).profiles[1]!;
  return { criticalMembers: criticalMembers?.expected, resilience: resilience?.expected };
};
const all = (n: number): Row[] => Array.from({ length: n }, () => [10, 20]);

describe('critical members and resilience (§4)', () => {
  it('name those without whom the coalition fails', () => {
    expect(first(small([4, 3, 3], all(3)))).toEqual({ criticalMembers: [], resilience: 2 });
    expect(first(small([5, 3, 1], all(3)))).toEqual({ criticalMembers: ['s0'], resilience: 1 });
  });

  it('are null where the coalition is not adequate', () => {
    const rows: Row[] = [
      [10, 20],
      [20, 10],
    ];
    expect(first(small([1, 2], rows))).toEqual({ criticalMembers: null, resilience: null });
  });

  it('count the needs of a profile', () => {
    const negotiation = small([4, 3, 3], all(3), {
      profiles: [profile(0), profile(1, { needs: { kind: 'includes', stakeholders: [2] } })],
    });
    expect(first(negotiation)).toEqual({ criticalMembers: ['s2'], resilience: 1 });
  });

  it.each<[string, Rule, number]>([
    ['any of two ways: both must be broken', { kind: 'anyOf', nodes: [includes(0), includes(1)] }, 2],
    ['all of two: the weaker breaks first', { kind: 'allOf', nodes: [count(3), count(5)] }, 2],
    ['a count', count(4), 3],
    [
      'one way of two members, another of all but one',
      anyOf(includes(0, 1), { kind: 'allBut', allBut: 1 }),
      2,
    ],
  ])('%s', (_, rule, fewest) => {
    expect(first(small([1, 1, 1, 1, 1, 1], all(6), { rule })).resilience).toBe(fewest);
  });

  it('are exact for a quota whatever its size: the heaviest leave first', () => {
    const weights = Array.from({ length: 300 }, (_, i) => 1 + i);
    const total = 45_150;
    let [lost, fewest] = [0, 0];
    while (total - lost > total / 2) lost += 300 - fewest++;
    expect(first(small(weights, all(300))).resilience).toBe(fewest);
  });

  it('is an upper bound, told as such, where the budget ends before the proof', () => {
    const [n, dimensions] = [100, ['a', 'b', 'c', 'd', 'e', 'f']];
    let seed = 1;
    const weight = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return 1 + (seed % 1000);
    };
    const stakeholders = all(n).map((_, i) => ({ id: `s${i}`, weights: dimensions.map(weight) }));
    const half = { a: 1, b: 2 };
    const rule = anyOf(
      ...dimensions.map((_, dimension): Rule => ({ kind: 'quota', dimension, share: half, strict: true })),
    );
    const { resilience } = first(small([], all(n), { dimensions, stakeholders, rule }));
    if (typeof resilience !== 'object' || resilience === null) throw new Error('it was proven');
    // Each majority must fall, and none does before its heaviest have left.
    for (const d of dimensions.keys()) {
      const heaviest = stakeholders.map(({ weights }) => weights[d] ?? 0).sort((a, b) => b - a);
      const total = heaviest.reduce((sum, each) => sum + each, 0);
      let left = total;
      const fewest = heaviest.findIndex((each) => {
        left -= each;
        return 2 * left <= total;
      });
      expect(resilience.atMost).toBeGreaterThan(fewest);
    }
    expect(resilience.atMost).toBeLessThan(n);
  });
});

function includes(...stakeholders: number[]): Rule {
  return { kind: 'includes', stakeholders };
}

function count(atLeast: number): Rule {
  return { kind: 'count', atLeast };
}

function anyOf(...nodes: Rule[]): Rule {
  return { kind: 'anyOf', nodes };
}
