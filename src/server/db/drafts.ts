/** Ballots being written: kept as they are for their writer alone, never counted, not part of any history. */
import type { BallotDraft } from '@/negotiation/views';
import type { Store } from './store';

export async function readDraft(
  store: Store,
  log: string,
  userId: string,
  stakeholder: string,
): Promise<{ body: BallotDraft; savedAt: string } | null> {
  const row = await store.prisma.draft.findUnique({
    where: { log_userId_stakeholder: { log, userId, stakeholder } },
  });
  if (row === null) return null;
  const body: BallotDraft = JSON.parse(row.body);
  return { body, savedAt: row.savedAt.toISOString() };
}

/** What became of a draft: kept, or not, since another than the expected one is kept by now, or nobody is there. */
export type Written =
  | { readonly kind: 'kept'; readonly savedAt: string }
  | { readonly kind: 'other-draft' | 'nobody' };

/**
 * Held as in append/people-there.ts: a draft that is saved while its writer is forgotten goes with them.
 * `replaces`: when the draft that is meant to be there was saved, `null` for none; left out, whatever is there. No two
 * drafts of one place have the same moment, so that it tells them apart.
 */
export async function writeDraft(
  store: Store,
  {
    log,
    userId,
    stakeholder,
  }: { readonly log: string; readonly userId: string; readonly stakeholder: string },
  body: string,
  replaces: string | null | undefined,
): Promise<Written> {
  const { rows } = await store.pool.query<{ saved_at: Date }>({
    name: 'write-draft',
    text: `INSERT INTO draft AS kept (log, user_id, stakeholder, body, saved_at)
           SELECT $1, id, $3, $4, $5 FROM "user" WHERE id = $2
             AND ($6 OR $7::timestamptz IS NULL OR EXISTS (
               SELECT FROM draft WHERE log = $1 AND user_id = $2 AND stakeholder = $3))
           FOR KEY SHARE
           ON CONFLICT (log, user_id, stakeholder) DO UPDATE
             SET body = excluded.body,
                 saved_at = greatest(excluded.saved_at, kept.saved_at + interval '1 millisecond')
             WHERE $6 OR kept.saved_at = $7
           RETURNING saved_at`,
    values: [log, userId, stakeholder, body, new Date(), replaces === undefined, replaces ?? null],
  });
  const written = rows[0];
  if (written !== undefined) return { kind: 'kept', savedAt: written.saved_at.toISOString() };
  const { rowCount } = await store.pool.query('SELECT FROM "user" WHERE id = $1', [userId]);
  return { kind: rowCount === 0 ? 'nobody' : 'other-draft' };
}
