import { type Aggregator, createAggregator } from '@/core/aggregator';
import type { AggregationResult, Basis } from '@/core/model';
import { canonicalJson } from '@/ledger/canonical';
import { sha256, toHex, utf8 } from '@/ledger/hash';
import type { Openings } from './decide/decision';
import { isJson } from './events/event';
import { toFile } from './export';
import { toNegotiation } from './file/to-negotiation';
import type { NegotiationState } from './state';

/** The current result of a state (aggregation.md). `openings`: for sealed ballots that are to count (private mode). */
export function standingOf(state: NegotiationState, basis: Basis, openings?: Openings): AggregationResult {
  return aggregatorOf(state, openings).result({ basis });
}

export type Standings = { readonly [B in Basis]: AggregationResult };

/** Both bases by one aggregator: where no briefing is required they share their tallies. */
export function standingsOf(state: NegotiationState, openings?: Openings): Standings {
  const aggregator = aggregatorOf(state, openings);
  return {
    stated: aggregator.result({ basis: 'stated' }),
    informed: aggregator.result({ basis: 'informed' }),
  };
}

function aggregatorOf(state: NegotiationState, openings?: Openings): Aggregator {
  return createAggregator(toNegotiation(toFile(state, { ballots: 'newest', ...(openings && { openings }) })));
}

/**
 * What `result.computed` holds (ledger.md §4): SHA-256 of the canonical JSON of `{ format, position, results:
 * { informed, stated } }`, each result without `gap` and `resilience`, which may depend on a search.
 */
export function resultHash(position: number, standings: Standings): string {
  const hashed = {
    format: 'parley-aggregation/1',
    position,
    results: { informed: withoutSearches(standings.informed), stated: withoutSearches(standings.stated) },
  };
  if (!isJson(hashed)) throw new TypeError('a result holds what JSON cannot');
  return toHex(sha256(utf8(canonicalJson(hashed))));
}

/** The same hash of a state, without the searches that it leaves out anyway. */
export function hashOfResults(position: number, state: NegotiationState, openings?: Openings): string {
  const aggregator = aggregatorOf(state, openings);
  return resultHash(position, {
    stated: aggregator.result({ basis: 'stated', searches: false }),
    informed: aggregator.result({ basis: 'informed', searches: false }),
  });
}

function withoutSearches({ power: _power, ...result }: AggregationResult) {
  return {
    ...result,
    profiles: result.profiles.map(({ gap: _gap, resilience: _resilience, ...profile }) => profile),
  };
}
