/** What a thread that holds standings was told last, of the logs used last: by it the next job is made. */
import { ballotChanges } from '@/negotiation/changes-of-ballots';
import type { Openings } from '@/negotiation/decide/decision';
import type { NegotiationState } from '@/negotiation/state';
import { Newest } from '../process/newest';
import type { Job } from './held-standings';

export class SentStates {
  readonly #sent: Newest<NegotiationState>;

  /** @param most how many logs the thread holds; 1 or more. */
  constructor(most: number) {
    this.#sent = new Newest(most);
  }

  /**
   * The job by which the thread comes to this state: what changed, where that is ballots alone since the state that it
   * has, else all of it. In `private` mode sealed ballots are counted, which no change tells of: those are sent whole.
   */
  jobFor(work: Job['work'], state: NegotiationState, openings: Openings | undefined): Omit<Job, 'stored'> {
    const { log } = state;
    const before = this.#sent.get(log);
    this.#sent.delete(log);
    if (openings !== undefined || state.mode === 'private') {
      return { work, log, forget: [], update: { state, openings: listed(state, openings), keep: false } };
    }
    const forget = this.#sent.put(log, state);
    const changes = before === undefined ? null : ballotChanges(before, state);
    return {
      work,
      log,
      forget,
      update: changes === null ? { state, openings: [], keep: true } : { changes },
    };
  }

  /** The thread has it no longer, or not as it should be. */
  forget(log: string): void {
    this.#sent.delete(log);
  }

  forgetAll(): void {
    this.#sent.clear();
  }
}

/** A function cannot be sent, but what it knows of the state's seals can. */
function listed(state: NegotiationState, openings: Openings | undefined) {
  if (openings === undefined) return [];
  return Object.values(state.votes).flatMap((vote) => {
    const opening = vote.kind === 'sealed' ? openings(vote.commitment) : undefined;
    return vote.kind === 'sealed' && opening !== undefined ? [[vote.commitment, opening] as const] : [];
  });
}
