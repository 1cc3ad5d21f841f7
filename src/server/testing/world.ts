/**
 * An installation with a server, pages and all, and two public negotiations of one script, in which nothing but one
 * stakeholder's scores is free: what two of them answer differently tells of these scores.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '@/negotiation/command';
import { playFile } from '@/negotiation/demo/play';
import type { BallotBody } from '@/negotiation/file/model';
import type { Mode } from '@/negotiation/views';
import { UNTOLD_LOGS } from '../db/notice-heads';
import { standingPosition } from '../db/standings';
import type { Store } from '../db/store';
import { playHistory } from '../demo/play-history';
import { cookieFor, mutate } from './client';
import { freshDatabase } from './database';
import { accountOf, exampleFile, settleStanding } from './negotiation';
import { startServerProcess } from './server';

/** Whose scores differ, and the other delegate who sees them. */
export const OWN = 'lab-aurora';
export const SECOND = 'second-of-aurora';
export const OTHER = 'lab-borealis';
/** The negotiations' names are their modes. */
export const MODES = ['sealed', 'private'] as const satisfies readonly Mode[];

const ORDER_MESSAGES = `UPDATE message SET at = at + place * interval '1 hour'
  FROM (SELECT m.id, row_number() OVER (ORDER BY m.log, m.position, m.kind, u.email) AS place
    FROM message m JOIN "user" u ON u.id = m.user_id) placed
  WHERE placed.id = message.id`;

export interface World {
  readonly store: Store;
  readonly url: string;
  /** What the server wrote. */
  said(): string;
  /** Of a new session; `null`: of nobody. */
  cookie(who: string | null): Promise<string>;
  /** A change, and all that follows from it. */
  change(who: string, procedure: string, negotiation: string, rest: object): Promise<void>;
  /** Messages of one event are of one instant and in the order of their random ids: it is no more. */
  orderMessages(): Promise<void>;
  stop(): Promise<void>;
}

/** @param ballot what the stakeholder cast before the server started. NEXTAUTH_SECRET is set. */
export async function startWorld(ballot: BallotBody): Promise<World> {
  const database = await freshDatabase();
  const store = database.open();
  for (const mode of MODES) await play(store, mode, ballot);
  // Their order in lists is not by chance.
  for (const who of ['admin', 'stranger']) await accountOf(store, who);
  const server = await startServerProcess({
    DATABASE_URL: database.url,
    PARLEY_DATA: store.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? '',
    PARLEY_PAGES: 'on',
    PARLEY_LOG: 'debug',
  });
  let keys = 0;
  return {
    store,
    url: server.url,
    said: server.said,
    cookie: async (who) => (who === null ? '' : cookieFor(store, who)),
    change: async (who, procedure, negotiation, rest) => {
      const input = { negotiation, idempotencyKey: `change ${keys++}`, ...rest };
      await mutate(server.url, procedure, await cookieFor(store, who), input);
      await settled(store, negotiation);
    },
    orderMessages: async () => {
      await store.pool.query(ORDER_MESSAGES);
    },
    stop: async () => {
      await server.end('SIGKILL');
      await database.drop();
    },
  };
}

/** At the history's own instants, so that no clock tells the worlds apart. */
async function play(store: Store, mode: Mode, ballot: BallotBody): Promise<void> {
  const file = exampleFile('frontier-training');
  const ballots = (file.ballots ?? []).filter(({ stakeholder }) => stakeholder !== OWN);
  const steps = [...playFile({ ...file, ballots }, { mode, public: true })];
  const at = steps.at(-1)?.at ?? '';
  const expiresAt = new Date(Date.parse(at) + 60_000).toISOString();
  const seat = { invitation: 'second', role: 'delegate', stakeholder: OWN } as const;
  const own: readonly (readonly [actor: string, command: Command])[] = [
    ['facilitator', { kind: 'invite', ...seat, expiresAt }],
    [SECOND, { kind: 'join', invitation: seat.invitation }],
    [OWN, { kind: 'castBallot', stakeholder: OWN, ballot }],
  ];
  steps.push(...own.map(([actor, command]) => ({ at, actor, command })));
  const ids = new Map<string, string>();
  for (const { actor } of steps) if (!ids.has(actor)) ids.set(actor, await accountOf(store, actor));
  await playHistory(store, { log: mode, steps, userOf: (actor) => ids.get(actor) ?? '' });
  await settleStanding(store, mode);
}

/** The standing covers all of the log, everyone has been told, and every letter went where it goes. */
async function settled(store: Store, log: string): Promise<void> {
  for (;;) {
    const newest = (await store.states.newest(log))?.position ?? -1;
    const { rowCount: untold } = await store.pool.query(UNTOLD_LOGS);
    const { rowCount: waiting } = await store.pool.query("SELECT 1 FROM message WHERE mail = 'waiting'");
    if ((await standingPosition(store.pool, log)) >= newest && untold === 0 && waiting === 0) return;
    await sleep(20);
  }
}
