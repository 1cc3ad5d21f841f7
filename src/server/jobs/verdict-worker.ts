/**
 * Tells live streams of verdicts while the whole result of a big negotiation is still to come. Of a small one they are
 * told by the standing worker, once it is stored.
 */
import type { PoolClient } from '../db/pool';
import type { StateAt } from '../db/states';
import type { Store } from '../db/store';
import { tellVerdicts, untoldVerdicts } from '../db/verdict-heads';
import { hasStanding, openingsFor } from './bring-up-to-date';
import type { ComputeVerdicts } from './compute';
import { LogWorker } from './log-worker';
import { isBig } from './standing-threads';

/** Where many read, a message is dear: under load several ballots go into one. */
const LONGEST_REST_MS = 20;

export function verdictWorker(store: Store, compute: ComputeVerdicts): LogWorker {
  const known = new LastKnown();
  return new LogWorker(store, {
    name: 'verdicts',
    // Where the standing has come as far there is nothing left to be told before it.
    lagging: `SELECT l.log FROM log l LEFT JOIN standing_head s USING (log) LEFT JOIN verdict_head v USING (log)
              WHERE greatest(s.position, v.position, -1) < l.size - 1`,
    // One that has only just become big elsewhere is told of there, and in any case once its standing is stored.
    concerns: (log) => {
      const kept = store.states.kept(log);
      return kept === null || isBig(kept);
    },
    step: (client, log) => tell(store, compute, client, log, known),
    rest: (took) => Math.min(took, LONGEST_REST_MS),
    forget: (log) => known.forget(log),
  });
}

async function tell(
  store: Store,
  compute: ComputeVerdicts,
  client: PoolClient,
  log: string,
  known: LastKnown,
): Promise<void> {
  const { to, told, head } = await untoldVerdicts(client, log);
  if (told >= to) return;
  const { position, state } = known.keep(log, await store.states.at(client, log, to, known.of(log, to)));
  if (!isBig(state)) return;
  const verdicts = hasStanding(state) ? await compute(state, await openingsFor(client, log, state)) : null;
  await tellVerdicts(client, log, position, verdicts, head);
}

const MOST = 16;

/** A few logs' states as they were told of last, from which the next is a few events away. */
class LastKnown {
  readonly #states = new Map<string, StateAt>();

  of(log: string, upTo: number): StateAt | null {
    const last = this.#states.get(log);
    return last !== undefined && last.position <= upTo ? last : null;
  }

  keep(log: string, state: StateAt): StateAt {
    this.#states.delete(log);
    this.#states.set(log, state);
    const oldest = this.#states.keys().next();
    if (this.#states.size > MOST && oldest.done !== true) this.#states.delete(oldest.value);
    return state;
  }

  forget(log: string): void {
    this.#states.delete(log);
  }
}
