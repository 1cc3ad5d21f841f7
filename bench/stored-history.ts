import { Pool } from 'pg';
import { toHex, utf8 } from '@/ledger/hash';
import { appendLeaves, type Edge, leafHash, type TreeNode } from '@/ledger/tree';
import type { Event } from '@/negotiation/events/event';
import { eventText } from '@/negotiation/events/event';
import { LongHistory } from './long-history';

const BATCH = 2_000;

/**
 * Puts a long history into a database as it stands there after its appends: events, tree, texts and head, and what a
 * reader's seat needs. The appends themselves are append.bench.ts's business.
 *
 * @param facilitator e-mail address of the account that gets the facilitator's seat.
 */
export async function storeHistory(
  url: string,
  log: string,
  size: number,
  facilitator: string,
): Promise<number> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    let edge: Edge = [];
    const history = new LongHistory(log);
    let stored = 0;
    let batch: Event[] = [];
    const flush = async () => {
      const lines = batch.map((event) => eventText(event));
      const { added, edge: after } = appendLeaves(
        edge,
        lines.map((line) => leafHash(utf8(line))),
      );
      edge = after;
      await insert(pool, log, batch, lines, added);
      stored += batch.length;
      batch = [];
    };
    let last: Event | null = null;
    for (const event of history.events(size)) {
      batch.push(event);
      last = event;
      if (batch.length === BATCH) await flush();
    }
    await flush();
    await pool.query('INSERT INTO log (log, size, at) VALUES ($1, $2, $3)', [log, stored, last?.at]);
    // It is not all news, of which people are told.
    await pool.query('INSERT INTO notice_head (log, position) VALUES ($1, $2)', [log, stored - 1]);
    await pool.query(
      `INSERT INTO pseudonym (log, user_id, pseudonym) SELECT $1, id, 'u_facilitator' FROM "user" WHERE email = $2`,
      [log, facilitator],
    );
    await pool.query('VACUUM ANALYZE event');
    return stored;
  } finally {
    await pool.end();
  }
}

/**
 * As if standings had been computed all along, without a snapshot: a server that makes up for ten rounds at once does
 * little else.
 */
export async function withStandings(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await pool.query(
      `INSERT INTO standing_head AS h (log, position) SELECT log, size - 1 FROM log
       ON CONFLICT (log) DO UPDATE SET position = greatest(h.position, excluded.position)`,
    );
    await pool.query('DELETE FROM snapshot');
  } finally {
    await pool.end();
  }
}

async function insert(
  pool: Pool,
  log: string,
  events: readonly Event[],
  lines: readonly string[],
  nodes: readonly TreeNode[],
): Promise<void> {
  await pool.query(
    `INSERT INTO event (log, position, type, actor, at, bytes)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])`,
    [
      log,
      events.map(({ position }) => position),
      events.map(({ type }) => type),
      events.map(({ actor }) => actor),
      events.map(({ at }) => at),
      lines,
    ],
  );
  await pool.query(
    `INSERT INTO tree_node (log, level, index, hash)
     SELECT $1, level, index, decode(hash, 'hex') FROM unnest($2::int[], $3::bigint[], $4::text[]) AS n(level, index, hash)`,
    [
      log,
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => toHex(hash)),
    ],
  );
}
