import type { Ballot, Negotiation, Profile, Triple } from '../model';

/** A score in points, a triple of points, or `null` for a profile that the ballot leaves out. */
export type Entry = number | readonly [number, number, number] | null;

/** One stakeholder's scores by profile; `null` where it never cast a ballot. */
export type Row = readonly Entry[] | null;

export const MAJORITY: Negotiation['rule'] = {
  kind: 'quota',
  dimension: 0,
  share: { a: 1, b: 2 },
  strict: true,
};

export function triple(entry: number | readonly [number, number, number]): Triple {
  const hundredths = (points: number) => Math.round(points * 100);
  return typeof entry === 'number'
    ? [hundredths(entry), hundredths(entry), hundredths(entry)]
    : [hundredths(entry[0]), hundredths(entry[1]), hundredths(entry[2])];
}

/** A plain ballot of stakeholder i. */
export function ballot(i: number, row: readonly Entry[], more: Partial<Ballot> = {}): Ballot {
  const scores = new Map<number, Triple>();
  row.forEach((entry, x) => {
    if (entry !== null) scores.set(x, triple(entry));
  });
  return {
    stakeholder: i,
    at: '2026-01-01T00:00:00.000Z',
    provisional: false,
    content: { kind: 'scores', scores },
    without: new Map(),
    ...more,
  };
}

/** An adoptable profile without anything; profile 0 of a small negotiation is the default. */
export function profile(x: number, more: Partial<Profile> = {}): Profile {
  return {
    id: `p${x}`,
    isDefault: x === 0,
    adoptable: true,
    relies: [],
    needs: null,
    strategies: new Map(),
    ...more,
  };
}

/**
 * A negotiation in one dimension, for tests: stakeholders s0, s1, … with these weights, profiles p0 (the default),
 * p1, … as many as a row has entries, a strict weighted majority unless `more` says otherwise.
 */
export function small(
  weights: readonly number[],
  rows: readonly Row[],
  more: Partial<Negotiation> = {},
): Negotiation {
  const m = Math.max(2, ...rows.map((row) => row?.length ?? 0));
  return {
    dimensions: ['d'],
    rule: MAJORITY,
    stakeholders: weights.map((weight, i) => ({ id: `s${i}`, weights: [weight] })),
    profiles: Array.from({ length: m }, (_, x) => profile(x)),
    guarantees: [],
    criteria: [],
    briefings: [],
    acknowledgements: [],
    ballots: rows.flatMap((row, i) => (row === null ? [] : [ballot(i, row)])),
    threats: ['misuse/oracle', 'misuse/rl-agent'],
    threatAssessments: [],
    acuteRiskAssessments: [],
    pledges: [],
    moves: [],
    ...more,
  };
}
