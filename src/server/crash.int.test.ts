import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Event, parseEvent } from '@/negotiation/events/event';
import { replay } from '@/negotiation/evolve';
import { standingsOf } from '@/negotiation/result';
import { readStanding, standingPosition } from './db/standings';
import { cookieFor, mutate } from './testing/client';
import { freshDatabase, type TestDatabase } from './testing/database';
import { exampleFile, playedNegotiation } from './testing/negotiation';
import { bundleServer, type ServerProcess, startServerProcess } from './testing/server';

/**
 * The server is killed with SIGKILL at random moments under load. Afterwards every acknowledged ballot is there
 * exactly once, a ballot sent again under its key is there once whatever became of the first try, and the standing is
 * right without a hand.
 */
const LOG = 'crash';
const KILLS = 20;
const CLIENTS = ['lab-aurora', 'lab-borealis', 'gov-arden', 'gov-brisa'];

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
let bundle: string;
let running: ServerProcess | null = null;

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of crashes';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  bundle = await bundleServer();
});
afterAll(async () => {
  await running?.end('SIGKILL');
  await database.drop();
});

const start = () =>
  startServerProcess(bundle, {
    DATABASE_URL: database.url,
    PARLEY_DATA: store.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? '',
  });

interface Ballot {
  readonly stakeholder: string;
  readonly idempotencyKey: string;
  /** No other ballot has these. */
  readonly scores: { readonly race: number; readonly 'verified-pause': number };
}

let made = 0;
function nextBallot(stakeholder: string): Ballot {
  const number = made++;
  const scores = { race: (number % 10_000) / 100, 'verified-pause': Math.floor(number / 10_000) };
  return { stakeholder, idempotencyKey: `ballot ${number}`, scores };
}

async function castOn(server: ServerProcess, cookie: string, ballot: Ballot): Promise<number> {
  const data = await mutate(server.url, 'ballot.cast', cookie, { negotiation: LOG, ...ballot });
  return z.object({ position: z.number() }).parse(data).position;
}

async function allEvents(): Promise<Event[]> {
  const { rows } = await store.pool.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 ORDER BY position',
    [LOG],
  );
  return rows.map(({ bytes }) => {
    const parsed = parseEvent(bytes);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.event;
  });
}

it('loses nothing that it acknowledged when it is killed twenty times under load', {
  timeout: 400_000,
}, async () => {
  const cookies = new Map<string, string>();
  for (const stakeholder of CLIENTS) cookies.set(stakeholder, await cookieFor(store, stakeholder));
  const acknowledged: { readonly ballot: Ballot; readonly position: number }[] = [];
  const unanswered = new Map<string, Ballot>();

  for (let kill = 0; kill < KILLS; kill++) {
    const server = await start();
    running = server;
    let isDead = false;
    const enough = acknowledged.length + 1 + Math.floor(Math.random() * 20);
    const clients = CLIENTS.map(async (stakeholder) => {
      const cookie = cookies.get(stakeholder) ?? '';
      while (!isDead) {
        // Whoever got no answer asks again with the same key, on the next server too.
        const ballot = unanswered.get(stakeholder) ?? nextBallot(stakeholder);
        unanswered.set(stakeholder, ballot);
        try {
          acknowledged.push({ ballot, position: await castOn(server, cookie, ballot) });
          unanswered.delete(stakeholder);
        } catch (error) {
          if (!isDead) throw error;
        }
      }
    });
    while (acknowledged.length < enough) await sleep(1);
    await sleep(Math.random() * 20);
    isDead = true;
    await server.end('SIGKILL');
    await Promise.all(clients);
  }

  const last = await start();
  running = last;
  for (const [stakeholder, ballot] of unanswered) {
    acknowledged.push({ ballot, position: await castOn(last, cookies.get(stakeholder) ?? '', ballot) });
  }
  const events = await allEvents();
  expect(events.map((event) => event.position)).toEqual(events.map((_, i) => i));
  const cast = events.flatMap((event) => (event.type === 'ballot.cast' ? [event] : []));
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  for (const { ballot, position } of acknowledged) {
    const same = cast.filter(
      ({ data }) => JSON.stringify(data.ballot) === JSON.stringify({ scores: ballot.scores }),
    );
    expect(same.map((event) => event.position)).toEqual([position]);
  }

  // The worker of the last server brings the standing up to date by itself.
  const newest = events.length - 1;
  while ((await standingPosition(store.pool, LOG)) < newest) await sleep(50);
  const state = replay(events);
  if (state === null) throw new Error('nothing to replay');
  for (const [basis, result] of Object.entries(standingsOf(state))) {
    if (basis !== 'stated' && basis !== 'informed') continue;
    const standing = await readStanding(store.pool, LOG, basis, newest);
    expect(standing?.position).toBe(newest);
    expect(JSON.stringify(standing?.result)).toBe(JSON.stringify(result));
  }
  // As Ctrl-C does it: the terminal signals the whole group, and npm start passes its own signal on.
  expect(await last.end('SIGINT', 'SIGTERM')).toBe(0);
  running = null;
});
