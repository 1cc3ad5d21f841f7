/** Loads the demonstration: its accounts, its history and its first standing. Again and again to the same end. */
import { randomUUID } from 'node:crypto';
import { playFile } from '@/negotiation/demo/play';
import { hashPassword } from '../auth/password';
import { withLogLock } from '../db/log-lock';
import type { Store } from '../db/store';
import { bringUpToDate } from '../jobs/bring-up-to-date';
import { checkKeys } from '../jobs/check-keys';
import { computeHere } from '../jobs/compute';
import { allDemoAccounts, DEMO_PASSWORD, type DemoAccount, emailOf } from './accounts';
import { DEMO_LOG, demoFile } from './file';
import { playHistory } from './play-history';

export async function loadDemo(store: Store): Promise<void> {
  await checkKeys(store);
  const users = await Promise.all(allDemoAccounts().map((account) => ensureAccount(store, account)));
  const idByEmail = new Map(users.map(({ email, id }) => [email, id]));
  const userOf = (actor: string) => {
    const id = idByEmail.get(emailOf(actor));
    if (id === undefined) throw new Error(`the demonstration has no account for ${actor}`);
    return id;
  };
  await playHistory(store, { log: DEMO_LOG, steps: [...playFile(demoFile())], userOf });
  await withLogLock(store.pool, 'standing', DEMO_LOG, (client) =>
    bringUpToDate(store, computeHere, client, DEMO_LOG),
  );
}

async function ensureAccount(
  store: Store,
  { email, name, kind }: DemoAccount,
): Promise<{ id: string; email: string }> {
  const select = { id: true };
  const found = await store.prisma.user.findUnique({ where: { email }, select });
  if (found !== null) return { id: found.id, email };
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const data = { id: randomUUID(), email, name, passwordHash, administrator: kind === 'admin' };
  const { id } = await store.prisma.user.upsert({ where: { email }, create: data, update: {}, select });
  return { id, email };
}
