/**
 * Tells live streams of verdicts while the whole result of a big negotiation is still to come. Of a small one they are
 * told by the standing worker, once it is stored.
 */
import { lookUnderLogLock } from '../db/log-lock';
import type { PoolClient } from '../db/pool';
import type { StateAt } from '../db/states';
import type { Store } from '../db/store';
import { type Told, tellVerdicts, type Untold, untoldVerdicts, type VerdictHead } from '../db/verdict-heads';
import { Newest } from '../process/newest';
import { hasStanding, openingsFor } from './bring-up-to-date';
import type { ComputeVerdicts } from './compute';
import { LogWorker } from './log-worker';
import { isBig } from './standing-threads';

/** Where many read, a message is dear: under load several ballots go into one. */
const LONGEST_REST_MS = 8;
/** Logs. */
const MOST = 16;

/** What was told of a log, and the state by which its readers are judged. */
export type OnTold = (log: string, told: Told, state: StateAt['state']) => void;

/** @param onTold hears of it before anybody is notified: this process's own streams. */
export function verdictWorker(store: Store, compute: ComputeVerdicts, onTold: OnTold): LogWorker {
  // A few logs as this process told of them last.
  const known = new Newest<VerdictHead>(MOST);
  return new LogWorker(store, {
    name: 'verdicts',
    // Where the standing has come as far there is nothing left to be told before it.
    lagging: `SELECT l.log FROM log l LEFT JOIN standing_head s USING (log) LEFT JOIN verdict_head v USING (log)
              WHERE greatest(s.position, v.position, -1) < l.size - 1`,
    isAwaited: true,
    // One that has only just become big elsewhere is told of there, and in any case once its standing is stored.
    concerns: (log, position) => {
      const kept = store.states.kept(log);
      return (known.get(log)?.position ?? -1) < position && (kept === null || isBig(kept));
    },
    step: (log) => {
      const mark = store.states.mark(log);
      return lookUnderLogLock(
        store.pool,
        'verdicts',
        log,
        (client) => untoldVerdicts(client, log, known.get(log) ?? null),
        (client, untold) => tell({ store, compute, onTold, known }, client, log, mark, untold),
      );
    },
    rest: (took) => Math.min(took, LONGEST_REST_MS),
    forget: (log) => known.delete(log),
  });
}

/**
 * Has the verdicts of a big negotiation computed before a ballot asks for them. The first time takes a second, since the
 * whole state goes to the thread and nothing of it is compiled; later ones take a thousandth of it. Of a sealed or private
 * round nobody is told while it is open, and nothing is computed.
 */
export async function prepareVerdicts(store: Store, compute: ComputeVerdicts, log: string): Promise<void> {
  const state = (await store.states.newest(log))?.state;
  if (state === undefined || state.phase.kind !== 'open' || !isBig(state) || !hasStanding(state)) return;
  await compute(state);
}

interface Parts {
  readonly store: Store;
  readonly compute: ComputeVerdicts;
  readonly onTold: OnTold;
  readonly known: Newest<VerdictHead>;
}

async function tell(
  { store, compute, onTold, known }: Parts,
  client: PoolClient,
  log: string,
  mark: number,
  { to, told, head }: Untold,
): Promise<void> {
  if (told >= to) return;
  const at = await store.states.reached(log, to + 1, mark, client);
  if (at === null || !isBig(at.state)) return;
  const { position, state } = at;
  const verdicts = hasStanding(state) ? await compute(state, await openingsFor(client, log, state)) : null;
  const now = await tellVerdicts(client, log, position, verdicts, head);
  if (now === null) return;
  known.put(log, now.head);
  onTold(log, now, state);
}
