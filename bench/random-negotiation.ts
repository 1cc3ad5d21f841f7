import type { Ballot, Negotiation, Triple } from '@/core/model';
import { randomNumbers } from './random-numbers';

/**
 * A negotiation like a real one, larger: stakeholders of three tempers, intervals narrow and wide, every 20th
 * silent, strategies that give moves, threats and pledges, a rule with two quotas and a head count.
 */
export function randomNegotiation(n: number, m: number, seed: number): Negotiation {
  const random = randomNumbers(seed);
  const whole = (bound: number) => Math.floor(random() * bound);
  const triple = (low: number, high: number): Triple => {
    const middle = low + whole(high - low + 1);
    const width = whole(1500);
    return [Math.max(low, middle - width), middle, Math.min(high, middle + width)];
  };
  const worth = Array.from({ length: m }, () => 2000 + whole(6000));
  const score = (x: number, temper: number): Triple => {
    const centre = Math.min(9000, Math.max(1000, (worth[x] ?? 0) + (temper - 1) * 1200 + whole(3000) - 1500));
    const width = whole(1000);
    return [centre - width, centre, centre + width];
  };
  const ballot = (i: number): Ballot => {
    const temper = whole(3);
    return {
      stakeholder: i,
      at: `2026-11-0${1 + (i % 9)}T12:00:00.000Z`,
      provisional: i % 50 === 0,
      content: { kind: 'scores', scores: new Map(worth.map((_, x) => [x, score(x, temper)])) },
      without: new Map(),
    };
  };
  const profiles = worth.map((_, x) => ({
    id: `profile-${x}`,
    isDefault: x === 0,
    adoptable: true,
    relies: [],
    needs: null,
    strategies: new Map(Array.from({ length: 4 }, () => [whole(Math.min(n, 12)), `strategy ${whole(3)}`])),
  }));
  const some = (count: number) => Array.from({ length: count }, () => [whole(n), 1 + whole(m - 1)] as const);
  return {
    dimensions: ['compute', 'population'],
    rule: {
      kind: 'allOf',
      nodes: [
        { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true },
        { kind: 'quota', dimension: 1, share: { a: 1, b: 2 }, strict: true },
        { kind: 'members', share: { a: 1, b: 2 }, strict: false },
      ],
    },
    stakeholders: Array.from({ length: n }, (_, i) => ({
      id: `stakeholder-${i}`,
      weights: [whole(1000), whole(100_000)],
    })),
    profiles,
    guarantees: [],
    criteria: [],
    briefings: [],
    acknowledgements: [],
    ballots: Array.from({ length: n }, (_, i) => i)
      .filter((i) => i % 20 !== 19)
      .map(ballot),
    threats: ['extinction', 'takeover'],
    threatAssessments: some(n).map(([stakeholder, profile]) => ({
      stakeholder,
      profile,
      threat: whole(2),
      change: ([-1, 0, 1] as const).map((d) => Math.max(-3, Math.min(3, whole(5) - 2 + d))) as [
        number,
        number,
        number,
      ],
    })),
    acuteRiskAssessments: some(n).map(([stakeholder, profile]) => ({
      stakeholder,
      profile,
      ends: triple(0, 10_000),
    })),
    pledges: some(n).map(([stakeholder, profile]) => ({ stakeholder, profile, condition: null })),
    moves: null,
  };
}
