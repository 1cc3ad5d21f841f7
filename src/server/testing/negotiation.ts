/** A played negotiation in a test's database, and its people. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type PlayOptions, playFile } from '@/negotiation/demo/play';
import type { NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';
import type { Session } from '../auth/read-session';
import { appendScopeIn, visitorScopeIn } from '../auth/scope';
import { withLogLock } from '../db/log-lock';
import { beginSession, findSession } from '../db/sessions';
import type { Store } from '../db/store';
import { playHistory } from '../demo/play-history';
import { bringUpToDate } from '../jobs/bring-up-to-date';
import { type Compute, computeHere } from '../jobs/compute';
import { Hub } from '../live/hub';
import type { Context } from '../trpc/context';
import { createCallerFactory } from '../trpc/init';
import { appRouter } from '../trpc/router';

const createCaller = createCallerFactory(appRouter);

export type Caller = ReturnType<typeof createCaller>;

/** People by their keys: `facilitator`, `auditor`, `observer`, a stakeholder's id; others are strangers. */
export type People = (key: string) => Promise<Session>;

export function exampleFile(name: string): NegotiationFile {
  const read = readNegotiationFile(readFileSync(`src/core/examples/${name}.json`));
  if (!read.ok) throw new Error(`example ${name} is not valid`);
  return read.file;
}

/** Accounts that are made when they are first asked for; a session is begun at each call. */
export function people(store: Store): People {
  return async (key) => {
    const session = await findSession(store, await beginSession(store, await accountOf(store, key)));
    if (session === null) throw new Error('a session was begun and is not there');
    return session;
  };
}

export async function accountOf(store: Store, key: string): Promise<string> {
  const email = `${key}@test.example`;
  const create = { id: randomUUID(), email, name: key, passwordHash: 'none', administrator: key === 'admin' };
  const { id } = await store.prisma.user.upsert({ where: { email }, create, update: {} });
  return id;
}

/** Plays a file into a log, round 1 left open, and brings its standing up to date. */
export async function playedNegotiation(
  store: Store,
  log: string,
  file: NegotiationFile,
  options: PlayOptions = {},
): Promise<void> {
  const steps = [...playFile(file, options)];
  const ids = new Map<string, string>();
  for (const { actor } of steps) if (!ids.has(actor)) ids.set(actor, await accountOf(store, actor));
  await playHistory(store, { log, steps, userOf: (actor) => ids.get(actor) ?? '' });
  await settleStanding(store, log);
}

/** What the worker does, now; `null` where another one is about it. */
export function settleStanding(
  store: Store,
  log: string,
  compute: Compute = computeHere,
): Promise<{ readonly value: unknown } | null> {
  return withLogLock(store.pool, 'standing', log, (client) => bringUpToDate(store, compute, client, log));
}

/** The procedures as this person calls them; `null`: signed out. */
export function callerFor(
  store: Store,
  session: Session | null,
  hub: Hub = new Hub(store),
  address = '127.0.0.1',
): Caller {
  const context: Context = {
    store,
    hub,
    address,
    session: async () => session,
    scope: (procedure, log) => visitorScopeIn(store, session?.id ?? null, procedure, log),
    appendScope: (procedure, log) => appendScopeIn(store, session?.id ?? null, procedure, log),
  };
  return createCaller(context);
}
