/**
 * Stored results as pages read them: of those that were read last what was parsed is kept, since a big one is 5 MB of text.
 * Whether it is still the one stored is asked each time, by when it was stored.
 */
import type { AggregationResult, Basis } from '@/core/model';
import { Newest } from '../process/newest';
import type { Pool } from './pool';
import { PARTS_IN_ORDER, type PartRow, type StoredStanding, textOf } from './standings';

interface Kept {
  readonly position: number;
  readonly storedAt: string;
  readonly result: AggregationResult;
  /** Characters of its text. */
  readonly length: number;
}

/** Characters of all that is kept together; an object takes some times as much. */
const MOST = 16_000_000;

export class ReadResults {
  readonly #pool: Pool;
  /** By log and basis. */
  readonly #kept = new Newest<Kept>(MOST, ({ length }) => length);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The newest result at or before a position; `null` where there is none. Not to be written to: others read it too. */
  async newest(log: string, basis: Basis, upTo: number): Promise<StoredStanding | null> {
    const key = `${log} ${basis}`;
    const kept = this.#kept.get(key);
    const { rows } = await this.#pool.query<PartRow & { stored_at: string }>({
      name: 'read-result',
      text: `SELECT s.position, s.stored_at, part.text
             FROM (SELECT log, position, stored_at, CASE WHEN position = $4 AND stored_at = $5 THEN NULL ELSE parts END AS parts
                   FROM (SELECT log, position, computed_at::text AS stored_at, parts FROM standing
                         WHERE log = $1 AND basis = $2 AND position <= $3 ORDER BY position DESC LIMIT 1) AS newest) AS s
             ${PARTS_IN_ORDER}`,
      values: [log, basis, upTo, kept?.position ?? -1, kept?.storedAt ?? ''],
    });
    const row = rows[0];
    if (row === undefined) return null;
    const { position, stored_at: storedAt } = row;
    if (kept?.position === position && kept.storedAt === storedAt) return this.#keep(key, kept);
    const text = textOf(rows, log, position);
    return this.#keep(key, { position, storedAt, result: JSON.parse(text), length: text.length });
  }

  #keep(key: string, now: Kept): Kept {
    this.#kept.put(key, now);
    return now;
  }
}
