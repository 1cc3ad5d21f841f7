/** Free texts, kept beside the log under their hashes (ledger.md §1). */
import type { Texts } from '@/negotiation/export';
import type { NegotiationState } from '@/negotiation/state';
import type { Pool, PoolClient } from './pool';

/** The texts that a negotiation's file holds: its description and the profiles' summaries. */
export async function fileTexts(pool: Pool, log: string, state: NegotiationState): Promise<Texts> {
  const hashes = [state.description, ...state.profiles.map((entry) => entry.summary)].flatMap((kept) =>
    kept !== null && 'hash' in kept ? [kept.hash] : [],
  );
  return textsOf(pool, log, hashes);
}

/** The texts under these hashes; what was redacted is missing. */
export async function textsOf(
  pool: Pool | PoolClient,
  log: string,
  hashes: readonly string[],
): Promise<Texts> {
  if (hashes.length === 0) return () => null;
  const { rows } = await pool.query<{ hash: string; text: string }>(
    'SELECT hash, text FROM event_text WHERE log = $1 AND hash = ANY ($2)',
    [log, hashes],
  );
  const byHash = new Map(rows.map(({ hash, text }) => [hash, text]));
  return (hash) => byHash.get(hash);
}

/** What is left of the free texts of the events at positions `from` to `to`, in the order of the log. */
export async function textsAt(
  pool: Pool,
  log: string,
  from: number,
  to: number,
): Promise<{ position: number; hash: string; salt: string; text: string }[]> {
  const { rows } = await pool.query<{ position: number; hash: string; salt: string; text: string }>({
    name: 'texts-at',
    text: `SELECT position, hash, salt, text FROM event_text
           WHERE log = $1 AND position BETWEEN $2 AND $3 ORDER BY position, hash`,
    values: [log, from, to],
  });
  return rows;
}
