import type { FileBallot, NegotiationFile, ScoreEntry } from '@/negotiation/file/model';
import { CATALOGUE_FORMS } from '@/negotiation/threats';
import { randomNumbers } from './random-numbers';

/** Whose strategies make a profile. */
const MOVERS = 12;
const AT = '2026-01-05T10:00:00.000Z';

/**
 * A negotiation of n stakeholders and m profiles, each stakeholder with a ballot but every 20th. Three scores of four
 * are numbers and one an interval, so that 1,000 times 64 of them fit into what the API takes at once.
 */
export function largeFile(n: number, m: number, seed: number): NegotiationFile {
  const random = randomNumbers(seed);
  const whole = (bound: number) => Math.floor(random() * bound);
  const worth = Array.from({ length: m }, () => 20 + whole(60));
  const score = (x: number, temper: number): ScoreEntry => {
    const best = Math.min(90, Math.max(10, (worth[x] ?? 0) + 12 * (temper - 1) + whole(30) - 15));
    return whole(4) > 0 ? best : [best - whole(10), best, best + whole(10)];
  };
  const stakeholders = Array.from({ length: n }, (_, i) => ({
    id: `s${i}`,
    name: `Stakeholder ${i}`,
    kind: 'other' as const,
    weights: { compute: whole(1000), population: whole(100_000) },
  }));
  const profiles = worth.map((_, x) => ({
    id: `p${x}`,
    title: `Profile ${x}`,
    ...(x === 0 && { default: true }),
    strategies: Object.fromEntries(
      Array.from({ length: 4 }, () => [`s${whole(Math.min(n, MOVERS))}`, `Strategy ${whole(3)}`]),
    ),
  }));
  const ballots = stakeholders
    .filter((_, i) => i % 20 !== 19)
    .map(({ id }): FileBallot => {
      const temper = whole(3);
      return {
        stakeholder: id,
        at: AT,
        scores: Object.fromEntries(profiles.map((profile, x) => [profile.id, score(x, temper)])),
      };
    });
  return {
    format: 'parley-negotiation/1',
    title: `${n} stakeholders, ${m} profiles`,
    dimensions: [
      { id: 'compute', label: 'Compute' },
      { id: 'population', label: 'Population' },
    ],
    rule: {
      allOf: [
        { quota: { dimension: 'compute', moreThan: '1/2' } },
        { quota: { dimension: 'population', moreThan: '1/2' } },
        { members: { atLeast: '1/2' } },
      ],
    },
    stakeholders,
    profiles,
    ballots,
    threatAssessments: Array.from({ length: 300 }, (_, k) => {
      const best = whole(5) - 2;
      return {
        stakeholder: `s${k}`,
        profile: `p${1 + whole(m - 1)}`,
        threat: CATALOGUE_FORMS[whole(4)] ?? '',
        change: [best - 1, best, best + 1] as const,
      };
    }),
  };
}
