/** One step of the standing worker, under the log's lock. */
import { BASES } from '@/core/model';
import type { NegotiationState } from '@/negotiation/state';
import type { PoolClient } from '../db/pool';
import { openingsOf } from '../db/sealed-ballots';
import { verdictChanges } from '../db/standing-rows';
import { announceStanding, readStanding, writeStanding } from '../db/standings';
import type { Store } from '../db/store';
import type { Compute } from './compute';

/** Stores the standing of each round's end that was passed, then of the newest position. */
export async function bringUpToDate(
  store: Store,
  compute: Compute,
  client: PoolClient,
  log: string,
): Promise<void> {
  const span = await waitingSpan(client, log);
  if (span === null) return;
  const ends = await roundEnds(client, log, span.after, span.to);
  for (const position of [...ends, span.to]) {
    if (position === span.to && ends.includes(position)) continue;
    await storeAt(store, compute, client, log, position);
  }
}

async function storeAt(
  store: Store,
  compute: Compute,
  client: PoolClient,
  log: string,
  position: number,
): Promise<void> {
  const { state } = await store.states.at(client, log, position);
  const results = hasStanding(state) ? await compute(state, await openingsFor(client, log, state)) : null;
  await client.query('BEGIN');
  try {
    const changed = [];
    if (results !== null) {
      for (const basis of BASES) {
        const before = await readStanding(client, log, basis, position);
        changed.push(...verdictChanges(before?.result ?? null, results[basis]));
      }
      await writeStanding(client, log, position, results, endingRound(state));
    }
    await announceStanding(client, log, position, changed);
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
function hasStanding(state: NegotiationState): boolean {
  const { phase, mode } = state;
  switch (phase.kind) {
    case 'draft':
      return false;
    case 'open':
      return mode === 'open';
    case 'archived':
      return phase.from === 'concluded';
    case 'closed':
    case 'concluded':
      return true;
  }
}

/** In private mode ballots count though they are never unsealed in the log (ledger.md §3). */
async function openingsFor(client: PoolClient, log: string, state: NegotiationState) {
  return state.mode === 'private' ? openingsOf(client, log, state) : undefined;
}

/** The round that ends with the state's newest event, if one does. */
function endingRound(state: NegotiationState): number | null {
  return state.rounds.find((round) => round.closed?.position === state.position)?.round ?? null;
}

async function waitingSpan(client: PoolClient, log: string): Promise<{ after: number; to: number } | null> {
  const { rows } = await client.query<{ size: number; standing_position: number }>(
    'SELECT size, standing_position FROM log WHERE log = $1',
    [log],
  );
  const row = rows[0];
  if (row === undefined || row.standing_position >= row.size - 1) return null;
  return { after: row.standing_position, to: row.size - 1 };
}

async function roundEnds(client: PoolClient, log: string, after: number, to: number): Promise<number[]> {
  const { rows } = await client.query<{ position: number }>(
    `SELECT position FROM event WHERE log = $1 AND type = 'round.closed' AND position > $2 AND position <= $3
     ORDER BY position`,
    [log, after, to],
  );
  return rows.map((row) => row.position);
}
