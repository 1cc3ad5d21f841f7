/** A log and everything beside it as it is stored, in pages, for whoever checks it (`parley fsck`). */
import type { TreeNode } from '@/ledger/tree';
import type { PoolClient } from './pool';

/** Events read at a time. */
const PAGE = 500;

export interface StoredEvent {
  readonly position: number;
  readonly type: string;
  readonly actor: string;
  readonly at: string;
  readonly bytes: string;
}

export interface StoredText {
  readonly position: number;
  readonly hash: string;
  readonly salt: string;
  readonly text: string;
}

export interface StoredSeal {
  readonly position: number;
  readonly stakeholder: string;
  readonly salt: string;
  readonly ballot: string;
  readonly commitment: string;
}

export interface StoredCheckpoint {
  readonly epoch: number;
  readonly size: number;
  readonly note: string;
}

export interface StoredPage {
  readonly events: readonly StoredEvent[];
  /** Those that the page's events complete. */
  readonly nodes: readonly TreeNode[];
  readonly texts: readonly StoredText[];
  readonly seals: readonly StoredSeal[];
  readonly checkpoints: readonly StoredCheckpoint[];
}

/** From the first event to the last, gaps or not. */
export async function* storedPages(client: PoolClient, log: string): AsyncGenerator<StoredPage> {
  for (let after = -1; ; ) {
    const { rows } = await client.query<Omit<StoredEvent, 'at'> & { at: Date }>(
      'SELECT position, type, actor, at, bytes FROM event WHERE log = $1 AND position > $2 ORDER BY position LIMIT $3',
      [log, after, PAGE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    const [from, to] = [after + 1, last.position];
    const span = [log, from, to];
    const texts = await client.query<StoredText>(
      'SELECT position, hash, salt, text FROM event_text WHERE log = $1 AND position BETWEEN $2 AND $3',
      span,
    );
    const seals = await client.query<StoredSeal>(
      'SELECT position, stakeholder, salt, ballot, commitment FROM sealed_ballot WHERE log = $1 AND position BETWEEN $2 AND $3',
      span,
    );
    const checkpoints = await client.query<StoredCheckpoint>(
      'SELECT epoch, size, note FROM checkpoint WHERE log = $1 AND size BETWEEN $2 + 1 AND $3 + 1 ORDER BY size, epoch',
      span,
    );
    yield {
      events: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      nodes: await nodesOf(client, log, from, to),
      texts: texts.rows,
      seals: seals.rows,
      checkpoints: checkpoints.rows,
    };
    after = last.position;
  }
}

/** Nodes whose last leaf lies in the span: on each level a run of indices, so that the key's index finds them. */
async function nodesOf(client: PoolClient, log: string, from: number, to: number): Promise<TreeNode[]> {
  const levels: number[] = [];
  for (let level = 0; 2 ** level <= to + 1; level++) levels.push(level);
  const { rows } = await client.query<{ level: number; index: string; hash: Buffer }>(
    `SELECT t.level, t.index, t.hash FROM unnest($2::int[], $3::bigint[], $4::bigint[]) AS wanted (level, low, high)
     JOIN tree_node t ON t.log = $1 AND t.level = wanted.level AND t.index BETWEEN wanted.low AND wanted.high`,
    [
      log,
      levels,
      levels.map((level) => Math.ceil((from + 1) / 2 ** level) - 1),
      levels.map((level) => Math.floor((to + 1) / 2 ** level) - 1),
    ],
  );
  return rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash }));
}

/** Keys of rows that belong to no event of a log of that size, with their tables. At most `limit` of each. */
export async function strayRows(
  client: PoolClient,
  log: string,
  size: number,
  limit: number,
): Promise<{ readonly table: string; readonly key: string }[]> {
  const stray = async (table: string, key: string, where: string) => {
    const { rows } = await client.query<{ key: string }>(
      `SELECT ${key} AS key FROM ${table} WHERE log = $1 AND ${where} LIMIT $3`,
      [log, size, limit],
    );
    return rows.map((row) => ({ table, key: row.key }));
  };
  return [
    ...(await stray(
      'tree_node',
      `level || '/' || index`,
      `(level < 0 OR index < 0 OR (index + 1) * power(2::numeric, level) > $2)`,
    )),
    ...(await stray('checkpoint', `epoch || '/' || size`, `(size < 1 OR size > $2)`)),
    ...(await stray('event_text', `position || ' ' || hash`, `(position < 0 OR position >= $2)`)),
    ...(await stray('sealed_ballot', 'position::text', `(position < 0 OR position >= $2)`)),
  ];
}
