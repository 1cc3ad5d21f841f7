/**
 * Loads the demonstration: its accounts, and its history played through `decide` at the file's instants (ledger.md
 * §1). Each step has an idempotency key of its own, so that a loader that was killed half way goes on where it was,
 * and one that was not does nothing.
 */
import { randomUUID } from 'node:crypto';
import { type PlayStep, playFile } from '@/negotiation/demo/play';
import { hashPassword } from '../auth/password';
import { withLogLock } from '../db/log-lock';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { bringUpToDate } from '../jobs/bring-up-to-date';
import { computeHere } from '../jobs/compute';
import { fingerprint } from '../use-cases/fingerprint';
import { allDemoAccounts, DEMO_PASSWORD, type DemoAccount, emailOf } from './accounts';
import { DEMO_LOG, demoFile } from './file';

export async function loadDemo(store: Store): Promise<void> {
  const users = await Promise.all(allDemoAccounts().map((account) => ensureAccount(store, account)));
  const idByEmail = new Map(users.map(({ email, id }) => [email, id]));
  const steps = [...playFile(demoFile())];
  if (await isLoaded(store, steps.length)) return;
  const pseudonyms = new Map<string, string>();
  const userOf = (actor: string) => {
    const id = idByEmail.get(emailOf(actor));
    if (id === undefined) throw new Error(`the demonstration has no account for ${actor}`);
    return id;
  };
  for (const actor of new Set(steps.map((step) => step.actor))) {
    pseudonyms.set(actor, await givePseudonym(store, DEMO_LOG, userOf(actor)));
  }
  await Promise.all(
    steps.map((step, i) => play(store, step, i, userOf(step.actor), pseudonyms.get(step.actor) ?? '')),
  );
  await withLogLock(store.pool, 'standing', DEMO_LOG, (client) =>
    bringUpToDate(store, computeHere, client, DEMO_LOG),
  );
}

/** Appends of one log keep the order in which they were asked for. */
async function play(
  store: Store,
  { at, command }: PlayStep,
  i: number,
  userId: string,
  actor: string,
): Promise<void> {
  const key = { userId, key: keyOf(i), body: fingerprint(command) };
  const answer = await store.appender.append({ log: DEMO_LOG, actor, command, key, at, begins: i === 0 });
  if (!answer.ok) throw new Error(`step ${i} (${command.kind}) was refused: ${answer.error.message.text}`);
}

async function isLoaded(store: Store, steps: number): Promise<boolean> {
  const last = await store.prisma.idempotency.findFirst({ where: { log: DEMO_LOG, key: keyOf(steps - 1) } });
  return last !== null;
}

function keyOf(step: number): string {
  return `demonstration step ${step}`;
}

async function ensureAccount(
  store: Store,
  { email, name, kind }: DemoAccount,
): Promise<{ id: string; email: string }> {
  const found = await store.prisma.user.findUnique({ where: { email }, select: { id: true, email: true } });
  if (found !== null) return found;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const data = { id: randomUUID(), email, name, passwordHash, administrator: kind === 'admin' };
  return store.prisma.user.upsert({
    where: { email },
    create: data,
    update: {},
    select: { id: true, email: true },
  });
}
