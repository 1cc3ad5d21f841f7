/** What is stored of a standing, as its rows say. */
import type { Basis } from '@/core/model';
import { PARTS_IN_ORDER, type PartRow, textOf } from '../db/standings';
import type { Store } from '../db/store';

export async function textAt(store: Store, log: string, basis: Basis, position: number): Promise<string> {
  const { rows } = await store.pool.query<PartRow>(
    `SELECT s.position, part.text FROM (
       SELECT * FROM standing WHERE log = $1 AND basis = $2 AND position = $3) AS s ${PARTS_IN_ORDER}`,
    [log, basis, position],
  );
  return textOf(rows, log, position);
}

/** Hashes of the parts that are kept. */
export async function partsOf(store: Store, log: string): Promise<Set<string>> {
  const { rows } = await store.pool.query<{ hash: string }>(
    "SELECT encode(hash, 'hex') AS hash FROM standing_part WHERE log = $1",
    [log],
  );
  return new Set(rows.map(({ hash }) => hash));
}
