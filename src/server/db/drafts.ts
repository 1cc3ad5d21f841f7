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

/** Held as in append/people-there.ts: a draft that is saved while its writer is forgotten goes with them. `null` then. */
export async function writeDraft(
  store: Store,
  log: string,
  userId: string,
  stakeholder: string,
  body: string,
): Promise<string | null> {
  const savedAt = new Date();
  const { rowCount } = await store.pool.query({
    name: 'write-draft',
    text: `INSERT INTO draft (log, user_id, stakeholder, body, saved_at)
           SELECT $1, id, $3, $4, $5 FROM "user" WHERE id = $2 FOR KEY SHARE
           ON CONFLICT (log, user_id, stakeholder) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
    values: [log, userId, stakeholder, body, savedAt],
  });
  return rowCount === 0 ? null : savedAt.toISOString();
}

/** What was being written has been cast. */
export async function dropDraft(
  store: Store,
  log: string,
  userId: string,
  stakeholder: string,
): Promise<void> {
  await store.prisma.draft.deleteMany({ where: { log, userId, stakeholder } });
}
