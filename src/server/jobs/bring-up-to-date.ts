/** One step of the standing worker, under the log's lock. */
import { isAggregatable } from '@/negotiation/standing-access';
import type { NegotiationState } from '@/negotiation/state';
import { commitWith } from '../db/append/transaction';
import type { PoolClient } from '../db/pool';
import { openingsOf } from '../db/sealed-ballots';
import { type Kept, standingHeadStatement, standingStatements } from '../db/standings';
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
  const mark = store.states.mark(log);
  const waiting = await waitingFor(client, log);
  if (waiting === null) return;
  // Each from the one before it: a log that is far behind is read through once.
  let known: StateAt | null = null;
  let { stored } = waiting;
  for (const position of waiting.ends) {
    known = await store.states.at(client, log, position, known);
    stored = await storeStanding(compute, client, log, known, stored);
  }
  if (waiting.ends.includes(waiting.to)) return;
  const newest =
    (await movedOn(store, client, log, waiting.to, mark)) ??
    (await store.states.at(client, log, waiting.to, known));
  await storeStanding(compute, client, log, newest, stored);
}

/**
 * The state in memory where it is newer than the position, as it mostly is while ballots come in: the one of the position
 * would have to be read anew. `null` where it is not, or another standing must be stored before its own.
 */
async function movedOn(
  store: Store,
  client: PoolClient,
  log: string,
  to: number,
  mark: number,
): Promise<StateAt | null> {
  const reached = await store.states.reached(log, to + 1, mark, client);
  if (reached === null) return null;
  const { rounds, conclusion } = reached.state;
  const ends = [...rounds.map(({ closed }) => closed?.position), conclusion?.position];
  return ends.some((end) => end !== undefined && end > to && end < reached.position) ? null : reached;
}

/**
 * What is lost of it in a crash is computed anew, so that this commit need not wait for the disk.
 *
 * @param stored hashes of parts that are stored. Nobody drops them: that takes the log's lock, which is held.
 * @returns those of the newest standing after it.
 */
async function storeStanding(
  compute: Compute,
  client: PoolClient,
  log: string,
  { position, state }: StateAt,
  stored: readonly string[],
): Promise<readonly string[]> {
  const standings = hasStanding(state)
    ? await compute(state, await openingsFor(client, log, state), stored)
    : null;
  const verdicts = standings && { stated: standings.stated.verdicts, informed: standings.informed.verdicts };
  try {
    await Promise.all([
      client.query('BEGIN'),
      client.query('SET LOCAL synchronous_commit TO off'),
      // Where it took long, the verdict worker has told already.
      tellVerdicts(client, log, position, verdicts),
    ]);
    await commitWith(client, [
      ...(standings === null ? [] : standingStatements(log, position, standings, keptAs(state))),
      standingHeadStatement(log, position),
    ]);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  return standings === null ? stored : [...standings.stated.parts, ...standings.informed.parts];
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

interface Waiting {
  /** Positions at which a round was closed or the negotiation concluded, ascending. */
  readonly ends: readonly number[];
  readonly to: number;
  /** Hashes of the parts of the newest standing, of those that are there. */
  readonly stored: readonly string[];
}

/** What the standing has not come to yet; `null` where there is nothing. */
async function waitingFor(client: PoolClient, log: string): Promise<Waiting | null> {
  const { rows } = await client.query<Waiting & { after: number }>({
    name: 'standing-waits-for',
    text: `SELECT after, size - 1 AS to, ARRAY(
             SELECT e.position FROM event e
             WHERE e.log = $1 AND e.type IN ('round.closed', 'negotiation.concluded')
               AND e.position > after AND e.position < size
             ORDER BY e.position) AS ends, ARRAY(
             SELECT encode(p.hash, 'hex') FROM standing_part p WHERE p.log = $1 AND p.hash IN (
               SELECT unnest(s.parts) FROM standing s WHERE s.log = $1 AND s.position = (
                 SELECT max(position) FROM standing WHERE log = $1))) AS stored
           FROM (SELECT l.size, coalesce(h.position, -1) AS after
                 FROM log l LEFT JOIN standing_head h USING (log) WHERE l.log = $1) AS span`,
    values: [log],
  });
  const row = rows[0];
  return row !== undefined && row.after < row.to ? row : null;
}
