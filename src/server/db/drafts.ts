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

export async function writeDraft(
  store: Store,
  log: string,
  userId: string,
  stakeholder: string,
  body: string,
): Promise<string> {
  const savedAt = new Date();
  await store.prisma.draft.upsert({
    where: { log_userId_stakeholder: { log, userId, stakeholder } },
    create: { log, userId, stakeholder, body, savedAt },
    update: { body, savedAt },
  });
  return savedAt.toISOString();
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
