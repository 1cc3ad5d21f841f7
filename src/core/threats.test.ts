import { describe, expect, it } from 'vitest';
import { acuteRisk } from './acute-risk';
import { small } from './examples/small';
import type { Triple } from './model';
import { threatStatus, threats } from './threats';

describe('one threat (§5)', () => {
  it.each<[string, Triple[]]>([
    [
      'worse',
      [
        [-3, -2, -1],
        [0, 1, 1],
      ],
    ],
    ['unresolved', []],
    [
      'unresolved',
      [
        [-3, -2, -1],
        [-1, 0, 1],
      ],
    ],
    [
      'safer',
      [
        [-3, -2, -1],
        [-2, -1, -1],
      ],
    ],
    [
      'no-worse',
      [
        [-3, -2, -1],
        [-1, 0, 0],
      ],
    ],
    ['no-worse', [[0, 0, 0]]],
  ])('is %s', (status, changes) => {
    expect(threatStatus(changes)).toBe(status);
  });
});

describe('the threats of a profile (§5)', () => {
  const assess = (threat: number, change: Triple, profile = 1, stakeholder = 0) => ({
    stakeholder,
    profile,
    threat,
    change,
  });
  const of = (...threatAssessments: ReturnType<typeof assess>[]) =>
    threats(small([1, 1], [], { threatAssessments }), 1);

  it('has the status of its worst threat, and lists every one', () => {
    expect(of(assess(0, [-1, -1, -1]), assess(1, [0, 0, 0]))).toEqual({
      status: 'no-worse',
      forms: { worse: [], unresolved: [], 'no-worse': ['misuse/rl-agent'], safer: ['misuse/oracle'] },
    });
    expect(of(assess(0, [-1, -1, -1]), assess(1, [-2, -2, -2])).status).toBe('safer');
  });

  it('is unresolved while one threat is not assessed, and worse when somebody says so', () => {
    expect(of(assess(0, [-1, -1, -1])).status).toBe('unresolved');
    expect(of(assess(0, [1, 1, 1]), assess(0, [-3, -3, -3], 1, 1)).status).toBe('worse');
    expect(of(assess(0, [1, 1, 1], 0)).status).toBe('unresolved');
  });
});

describe('acute risk (§5)', () => {
  const ends = (...triples: Triple[]) =>
    triples.map((triple, stakeholder) => ({ stakeholder, profile: 1, ends: triple }));

  it('gives the range over assessors and the lower median of best, in points', () => {
    const assessed = ends([1000, 3000, 9000], [2000, 2050, 3000], [500, 4000, 4000], [0, 9999, 10_000]);
    expect(acuteRisk(assessed, 1)).toEqual({ assessors: 4, low: '0', median: '30', high: '100' });
    expect(acuteRisk(assessed.slice(1, 2), 1)).toEqual({
      assessors: 1,
      low: '20',
      median: '41/2',
      high: '30',
    });
  });

  it('is null where nobody assessed the profile', () => {
    expect(acuteRisk(ends([0, 0, 0]), 0)).toBeNull();
  });
});
