import type { AggregationResult, ProfileResult } from '@/core/model';

/** What is judged of a profile: by ballots, by assessors, by those who pledge, and by all of it. */
export type Judged = Pick<ProfileResult, 'verdict' | 'threats' | 'ratified' | 'recommended'>;

const NOTHING: Judged = { verdict: 'out-of-reach', threats: null, ratified: false, recommended: false };

/** Of a profile that is not in the result nothing is said for it. */
export function judgedIn({ profiles }: AggregationResult, id: string): Judged {
  return profiles.find((profile) => profile.id === id) ?? NOTHING;
}
