/** Checkpoints given out, and signing one anew. */
import { edgeAddresses } from '@/ledger/tree';
import { type Notary, signAt } from '../signing/checkpoint';
import { assertSigner } from '../signing/signer';
import { storedEvent } from './events';
import type { Pool } from './pool';
import { readNodes } from './tree-nodes';

/** Postgres channel on which an append tells `{log, position}`: nothing else, as a payload has 8,000 bytes at most. */
export const APPENDED = 'parley_appended';

/** A signed note that somebody was given. */
export interface GivenOut {
  readonly log: string;
  readonly epoch: number;
  readonly size: number;
  readonly note: string;
}

/**
 * Keeps checkpoints and tells every server of the newest of each log. A lost row can be signed again at any time, so this
 * commit, unlike that of the events, need not wait for the disk.
 */
export async function publishCheckpoints(pool: Pool, given: readonly GivenOut[]): Promise<void> {
  const newest = new Map<string, number>();
  for (const { log, size } of given) newest.set(log, Math.max(size - 1, newest.get(log) ?? 0));
  await pool.query({
    name: 'publish-checkpoints',
    text: `WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true)),
           kept AS (
             INSERT INTO checkpoint (log, epoch, size, note)
             SELECT g.* FROM relaxed, unnest($1::text[], $2::int[], $3::int[], $4::text[]) AS g ON CONFLICT DO NOTHING
           )
           SELECT pg_notify($5, payload) FROM unnest($6::text[]) AS payload`,
    values: [
      given.map(({ log }) => log),
      given.map(({ epoch }) => epoch),
      given.map(({ size }) => size),
      given.map(({ note }) => note),
      APPENDED,
      [...newest].map(([log, position]) => JSON.stringify({ log, position })),
    ],
  });
}

/** The checkpoint of a size that the log had. One that was never given out is signed and kept, so that each is signed once. @throws {NotTheSigner} */
export async function checkpointAt(
  pool: Pool,
  notary: Notary,
  log: string,
  epoch: number,
  size: number,
): Promise<string> {
  const { rows } = await pool.query<{ note: string }>(
    'SELECT note FROM checkpoint WHERE log = $1 AND epoch = $2 AND size = $3',
    [log, epoch, size],
  );
  const found = rows[0]?.note;
  if (found !== undefined) return found;
  assertSigner(notary.keys, log, await newestKey(pool, log));
  const note = await signAt(notary, log, epoch, size, await readNodes(pool, log, edgeAddresses(size)));
  await pool.query(
    'INSERT INTO checkpoint (log, epoch, size, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [log, epoch, size, note],
  );
  return note;
}

/** The key of the newest rotation; `null` where there was none. */
export async function newestKey(pool: Pool, log: string): Promise<string | null> {
  const { rows } = await pool.query<{ bytes: string }>({
    name: 'newest-key',
    text: `SELECT bytes FROM event WHERE log = $1 AND type = 'key.rotated' ORDER BY position DESC LIMIT 1`,
    values: [log],
  });
  const event = rows[0] && storedEvent(rows[0].bytes);
  return event?.type === 'key.rotated' ? event.data.key : null;
}

/** The largest checkpoint of the newest epoch that the database holds; `null` where it holds none. */
export async function newestNote(pool: Pool, log: string): Promise<string | null> {
  const { rows } = await pool.query<{ note: string }>(
    'SELECT note FROM checkpoint WHERE log = $1 ORDER BY epoch DESC, size DESC LIMIT 1',
    [log],
  );
  return rows[0]?.note ?? null;
}
