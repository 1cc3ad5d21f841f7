/** One step of the standing worker, under the log's lock. */
import { isAggregatable } from '@/negotiation/standing-access';
import type { NegotiationState } from '@/negotiation/state';
import type { PoolClient } from '../db/pool';
import { openingsOf } from '../db/sealed-ballots';
import { type Kept, moveStandingHead, standingPosition, writeStanding } from '../db/standings';
import type { StateAt } from '../db/states';
import type { Store } from '../db/store';
import { tellVerdicts } from '../db/verdict-heads';
import type { Compute } from './compute';

/** Stores the standing of each round's end and of the conclusion, where they were passed, then of the newest position. */
export async function bringUpToDate(
  store: Store,
  compute: Compute,
  client: PoolClient,
  log: string,
): Promise<void> {
  const span = await waitingSpan(client, log);
  if (span === null) return;
  const ends = await keptPositions(client, log, span.after, span.to);
  // Each from the one before it: a log that is far behind is read through once.
  let known: StateAt | null = null;
  for (const position of new Set([...ends, span.to])) {
    known = await store.states.at(client, log, position, known);
    await storeStanding(compute, client, log, known);
  }
}

async function storeStanding(
  compute: Compute,
  client: PoolClient,
  log: string,
  { position, state }: StateAt,
): Promise<void> {
  const standings = hasStanding(state) ? await compute(state, await openingsFor(client, log, state)) : null;
  await client.query('BEGIN');
  try {
    // Where it took long, the verdict worker has told already.
    await tellVerdicts(
      client,
      log,
      position,
      standings && { stated: standings.stated.verdicts, informed: standings.informed.verdicts },
    );
    if (standings !== null)
      await writeStanding(client, log, position, [standings.stated, standings.informed], keptAs(state));
    await moveStandingHead(client, log, position);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * Whether there is a result that anyone may see. While a round of a sealed or private negotiation is open there is
 * none, and none is computed: what stands is that of the last close.
 */
export function hasStanding(state: NegotiationState): boolean {
  const hasBegun = state.rounds.length > 0 || state.imported;
  const isOpenToSee = state.mode === 'open' || state.phase.kind !== 'open';
  return hasBegun && isOpenToSee && isAggregatable(state);
}

/** In private mode ballots count though they are never unsealed in the log (ledger.md §3). */
export async function openingsFor(client: PoolClient, log: string, state: NegotiationState) {
  return state.mode === 'private' ? openingsOf(client, log, state) : undefined;
}

/** What is kept for good at this position: the end of a round, and the conclusion, after which anyone may see it. */
export function keptAs(state: NegotiationState): Kept {
  const round = state.rounds.find(({ closed }) => closed?.position === state.position)?.round;
  if (round !== undefined) return { kind: 'round', round };
  const concluded = state.conclusion?.position === state.position;
  return { kind: concluded ? 'conclusion' : 'newest', round: state.rounds.length };
}

async function waitingSpan(client: PoolClient, log: string): Promise<{ after: number; to: number } | null> {
  const after = await standingPosition(client, log);
  const { rows } = await client.query<{ size: number }>('SELECT size FROM log WHERE log = $1', [log]);
  const to = (rows[0]?.size ?? 0) - 1;
  return after < to ? { after, to } : null;
}

async function keptPositions(client: PoolClient, log: string, after: number, to: number): Promise<number[]> {
  const { rows } = await client.query<{ position: number }>(
    `SELECT position FROM event WHERE log = $1 AND type IN ('round.closed', 'negotiation.concluded') AND position > $2 AND position <= $3
     ORDER BY position`,
    [log, after, to],
  );
  return rows.map((row) => row.position);
}
