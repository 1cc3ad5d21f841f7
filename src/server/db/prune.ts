/** Deletes rows that are older than their use. What a history is verified by (events, texts, tree, checkpoints) has none. */
import { HISTORY_STEP } from '../demo/play-history';
import type { PoolClient } from './pool';

/** Rows of one statement, so that a first pruning after years holds no lock for long. */
const TOGETHER = 10_000;

interface Prunable {
  readonly table: 'standing_change' | 'idempotency' | 'rate_limit' | 'session';
  /** How long after its moment a row is of use. */
  readonly days: number;
  /** What to delete, of `r`; $1: the moment before which it is of no use, $2: a text of its own. */
  readonly old: string;
  readonly text?: string;
}

const PRUNABLE: readonly Prunable[] = [
  {
    // A stream that broke off resumes from these. The newest of each log tells an older one that there was something.
    table: 'standing_change',
    days: 7,
    old: `r.position < (SELECT max(c.position) FROM standing_change c WHERE c.log = r.log)
      AND EXISTS (SELECT FROM event e WHERE e.log = r.log AND e.position = r.position AND e.at < $1)`,
  },
  {
    // A page sends a change again under its key while its tab is open. Which steps of a played history are done, the
    // player knows by their keys for good.
    table: 'idempotency',
    days: 30,
    old: 'r.at < $1 AND NOT starts_with(r.key, $2)',
    text: HISTORY_STEP,
  },
  { table: 'rate_limit', days: 1, old: 'r.expire < extract(epoch FROM $1::timestamptz) * 1000' },
  { table: 'session', days: 1, old: 'r.expires_at < $1' },
];

/** @param now RFC 3339, UTC. */
export async function prune(client: PoolClient, now: string): Promise<void> {
  for (const { table, days, old, text } of PRUNABLE) {
    const before = new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000);
    const values = text === undefined ? [before] : [before, text];
    const statement = `DELETE FROM ${table}
      WHERE ctid = ANY (ARRAY(SELECT r.ctid FROM ${table} r WHERE ${old} LIMIT ${TOGETHER}))`;
    while (((await client.query(statement, values)).rowCount ?? 0) === TOGETHER);
  }
}
