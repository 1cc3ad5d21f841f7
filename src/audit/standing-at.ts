import type { Openings } from '@/negotiation/decide/decision';
import type { Event } from '@/negotiation/events/event';
import { toFile } from '@/negotiation/export';
import type { NegotiationFile } from '@/negotiation/file/model';
import { type Standings, standingsOf } from '@/negotiation/result';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import { own } from '@/negotiation/state';
import type { Moment } from './timeline';

/** The standing as it was at a position, computed from the events up to it and from nothing that was stored. */
export interface StandingAt {
  readonly event: Event;
  /** As of then, without ballots. */
  readonly frame: NegotiationFile;
  /** `null` while the set-up is not whole: then there is nothing to aggregate. */
  readonly results: Standings | null;
  /** Newest ballots that nothing opened so far: they count as silence. */
  readonly sealed: number;
}

/**
 * The standing of a moment on both bases (aggregation.md §4). Ballots that were under seal then do not count, as
 * they could not then; those of a private negotiation count where the bundle carries their openings (ledger.md §4).
 */
export function standingAt({ state, event }: Moment, openings: Openings): StandingAt {
  const frame = toFile(state, { ballots: 'none' });
  const results = faultsOfWhole(state).length > 0 ? null : standingsOf(state, openings);
  const sealed = state.stakeholders.filter(({ id }) => {
    const vote = own(state.votes, id);
    return vote?.kind === 'sealed' && openings(vote.commitment) === undefined;
  });
  return { event, frame, results, sealed: sealed.length };
}
