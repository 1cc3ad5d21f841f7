import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { standingsOf } from '@/negotiation/result';
import { readStanding, standingPosition } from './db/standings';
import type { Store } from './db/store';
import { toldPosition } from './db/verdict-heads';
import type { LogWorker } from './jobs/log-worker';
import { isBig, StandingThreads } from './jobs/standing-threads';
import { standingWorker } from './jobs/standing-worker';
import { verdictWorker } from './jobs/verdict-worker';
import { Hub } from './live/hub';
import { append, gather, PROFILES, STAKEHOLDERS, score } from './testing/big-crowd';
import { freshDatabase, type TestDatabase } from './testing/database';

/** One of two servers with all that follows a log, for a negotiation so big that verdicts are told before the result. */
interface Server {
  readonly store: Store;
  readonly hub: Hub;
  readonly workers: readonly LogWorker[];
  stop(): Promise<void>;
}

let database: TestDatabase;
const running: Server[] = [];
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await database.drop();
});

/** @param held how many negotiations it holds. */
async function start(held: number): Promise<Server> {
  const store = database.open();
  const threads = new StandingThreads(held);
  const hub = new Hub(store);
  await hub.start();
  const workers = [
    standingWorker(store, threads.compute),
    verdictWorker(store, threads.verdicts, hub.onTold),
  ];
  for (const worker of workers) await worker.start();
  const stop = () =>
    Promise.all([...workers.map((worker) => worker.stop()), threads.stop(), hub.close()]).then(
      () => undefined,
    );
  const server = { store, hub, workers, stop };
  running.push(server);
  return server;
}

/** What a server's streams of a log are told, as it comes. */
async function listen({ hub }: Server, log: string, after: number): Promise<Map<number, string>[]> {
  const heard: Map<number, string>[] = [];
  for (let reader = 0; reader < 3; reader++) {
    const messages = new Map<number, string>();
    let last = after;
    const wake = () => {
      for (const { position, changed } of hub.kept(log, last) ?? []) {
        expect(position).toBeGreaterThan(last);
        last = position;
        messages.set(position, JSON.stringify(changed));
        const judgedBy = hub.known(log)?.state.position ?? -1;
        expect(judgedBy).toBeGreaterThanOrEqual(position);
      }
    };
    await hub.watch(log, null, { wake, doubt: wake });
    heard.push(messages);
  }
  return heard;
}

/** The turn-th ballot: of another stakeholder each time, now and then an abstention or an acknowledgement. */
function saying(turn: number): unknown {
  const i = (turn * 17) % STAKEHOLDERS.length;
  const stakeholder = STAKEHOLDERS[i] ?? '';
  if (turn % 5 === 4)
    return { kind: 'acknowledge', stakeholder: STAKEHOLDERS[(turn - 4) / 5], briefing: 'facts' };
  if (turn % 7 === 6) return { kind: 'castBallot', stakeholder, ballot: { abstain: true } };
  const scores = Object.fromEntries(PROFILES.map((id, x) => [id, score(i, x, turn)]));
  return { kind: 'castBallot', stakeholder, ballot: { scores } };
}

it('store what a recomputation gives and tell every verdict once, while two servers take turns and one starts anew', async () => {
  const log = 'crowd';
  const one = await start(2);
  const two = await start(2);
  const actor = await gather(one.store, log);
  const first = (await one.store.states.newest(log))?.state;
  expect(first && isBig(first)).toBe(true);
  const from = first?.position ?? 0;
  while ((await toldPosition(one.store.pool, log)) < from) await sleep(10);
  const heard = [await listen(one, log, from), await listen(two, log, from)];

  // Whatever is stored at any moment is looked at: what a position's result was, it must be for good.
  const seen = new Map<number, { readonly stated: string; readonly informed: string }>();
  let casting = true;
  const looking = (async () => {
    while (casting) {
      const client = await two.store.pool.connect();
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
        const position = await standingPosition(client, log);
        const [stated, informed] = [
          await readStanding(client, log, 'stated', position),
          await readStanding(client, log, 'informed', position),
        ];
        await client.query('COMMIT');
        if (stated?.position !== position || informed?.position !== position) continue;
        seen.set(position, {
          stated: JSON.stringify(stated.result),
          informed: JSON.stringify(informed.result),
        });
      } finally {
        client.release();
      }
      await sleep(5);
    }
  })();
  let three: Server | null = null;
  for (let turn = 0; turn < 120; turn++) {
    const server = turn % 2 === 0 ? one : two;
    const casts = [append(server.store, log, actor, saying(turn))];
    // A change of the frame, from which everything is made anew while casts go on.
    if (turn === 40)
      casts.push(
        append(two.store, log, actor, {
          kind: 'publishBriefing',
          briefing: { id: 'more', title: 'More' },
          text: null,
        }),
      );
    if (turn === 60) {
      await one.stop();
      three = await start(1);
    }
    await Promise.all(casts);
    if (turn % 10 === 0) await sleep(30);
  }
  const newest = (await two.store.states.newest(log))?.position ?? -1;
  while ((await standingPosition(two.store.pool, log)) < newest) await sleep(20);
  await sleep(50);
  casting = false;
  await looking;
  expect(three).not.toBeNull();
  expect(seen.size).toBeGreaterThan(3);

  const fresh = database.open();
  const verdicts = new Map<string, string>();
  for (const [position, stored] of seen) {
    const { state } = await fresh.states.at(fresh.pool, log, position);
    const whole = standingsOf(state);
    for (const basis of BASES)
      expect(stored[basis], `${basis} at ${position}`).toBe(JSON.stringify(whole[basis]));
  }
  // Told in order, each from where the one before it left off, and in the end what is so.
  const { rows } = await fresh.pool.query<{ position: number; changed: string }>(
    'SELECT position, changed FROM standing_change WHERE log = $1 ORDER BY position',
    [log],
  );
  for (const { position, changed } of rows) {
    for (const { basis, profile, from: before, to } of JSON.parse(changed)) {
      const key = `${basis} ${profile}`;
      expect(before, `${key} at ${position}`).toBe(verdicts.get(key) ?? null);
      if (to === null) verdicts.delete(key);
      else verdicts.set(key, to);
    }
    if (position < from) continue;
    const { state } = await fresh.states.at(fresh.pool, log, position);
    const whole = standingsOf(state);
    for (const basis of BASES)
      for (const { id, verdict } of whole[basis].profiles) {
        expect(verdicts.get(`${basis} ${id}`), `${basis} ${id} at ${position}`).toBe(verdict);
      }
  }
  expect(rows.at(-1)?.position).toBe(newest);
  expect(rows.length).toBeGreaterThan(10);
  // Streams of both servers, of the one that stopped as far as it came: each message once and in order.
  const told = rows.filter(({ position }) => position > from);
  for (const [server, readers] of heard.entries())
    for (const messages of readers) {
      const upTo = server === 0 ? ([...messages.keys()].at(-1) ?? -1) : newest;
      const expected = told.filter(({ position }) => position <= upTo);
      expect([...messages]).toEqual(expected.map(({ position, changed }) => [position, changed]));
      expect(messages.size).toBeGreaterThan(10);
    }
}, 120_000);

it('are right for more negotiations than are held', async () => {
  const server = await start(1);
  const actors = new Map<string, string>();
  for (const log of ['east', 'west']) actors.set(log, await gather(server.store, log));
  for (let turn = 0; turn < 6; turn++) {
    for (const [log, actor] of actors) {
      await append(server.store, log, actor, saying(turn));
      const newest = (await server.store.states.newest(log))?.position ?? -1;
      while ((await standingPosition(server.store.pool, log)) < newest) await sleep(10);
      const state = (await server.store.states.newest(log))?.state;
      const stored = await readStanding(server.store.pool, log, 'informed', newest);
      expect(JSON.stringify(stored?.result)).toBe(state && JSON.stringify(standingsOf(state).informed));
    }
  }
}, 120_000);
