import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from './db/store';
import { freshDatabase, type TestDatabase } from './testing/database';
import { callerFor, exampleFile, people, playedNegotiation } from './testing/negotiation';
import { startServerProcess } from './testing/server';
import { eventsOf } from './use-cases/session/events-of';

/** A round ends once, at one moment, whoever ends it (product.md §2). */
const OWN = 'lab-aurora';
const TURNS = 30;
const file = { ...exampleFile('frontier-training'), ballots: [], pledges: [], threatAssessments: [] };

let database: TestDatabase;
let store: Store & { readonly dataFolder: string };
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

const as = async (who: string, where: Store = store) => callerFor(where, await people(where)(who));

it('lets one of two win, closing and casting at the same moment in a sealed round, never half of both', async () => {
  const negotiation = 'race';
  await playedNegotiation(store, negotiation, file, { mode: 'sealed' });
  // Of one server and of two: what comes to one server at a time goes together into the log.
  const other = database.open(store.dataFolder);
  const [own, facilitator, far] = [await as(OWN), await as('facilitator'), await as('facilitator', other)];
  const won = { cast: 0, close: 0 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const cast = () =>
      own.ballot.cast({
        negotiation,
        stakeholder: OWN,
        scores: { race: turn },
        idempotencyKey: `cast ${turn}`,
      });
    const closer = turn % 3 === 0 ? facilitator : far;
    const close = () => closer.round.close({ negotiation, idempotencyKey: `close ${turn}` });
    // Who comes first is left to the log's lock; each asks first in every other turn.
    const asked = turn % 2 === 0 ? [cast(), close()] : [close(), cast()];
    const answers = await Promise.allSettled(turn % 2 === 0 ? asked : asked.reverse());
    const [ballot, closed] = answers;
    if (closed?.status === 'rejected') throw closed.reason;
    if (ballot?.status === 'rejected') expect(String(ballot.reason)).toMatch(/between rounds/);
    won[ballot?.status === 'fulfilled' ? 'cast' : 'close'] += 1;
    await facilitator.round.open({ negotiation, deadline: null, idempotencyKey: `open ${turn}` });
  }
  const position = (await store.states.newest(negotiation))?.position ?? -1;
  const events = await eventsOf(store.pool, negotiation, position, [
    'round.opened',
    'ballot.sealed',
    'ballot.unsealed',
    'round.closed',
  ]);
  // Each ballot that was taken in was unsealed by the close that followed it, and stands before it.
  const order = events.map(({ type }) => type).join(' ');
  expect(order.replaceAll('ballot.sealed ballot.unsealed', 'ballot')).toMatch(
    /^round\.opened( (ballot )?round\.closed round\.opened)+$/,
  );
  expect(events.filter(({ type }) => type === 'ballot.sealed')).toHaveLength(won.cast);
  expect(won.cast + won.close).toBe(TURNS);
});

it('closes at its next start, as of the deadline, a round whose deadline passed while the server was down', async () => {
  const negotiation = 'down';
  await playedNegotiation(store, negotiation, file);
  const facilitator = await as('facilitator');
  const deadline = new Date(Date.now() + 1_000).toISOString();
  await facilitator.round.setDeadline({ negotiation, deadline, idempotencyKey: 'deadline' });
  await sleep(Math.max(0, Date.parse(deadline) + 200 - Date.now()));
  expect((await facilitator.negotiation.get({ negotiation })).phase).toBe('open');
  const server = await startServerProcess({
    DATABASE_URL: database.url,
    PARLEY_DATA: store.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: 'a secret for the test of a server that was down',
  });
  try {
    await expect
      .poll(async () => (await facilitator.session.get({ negotiation })).rounds, { timeout: 30_000 })
      .toMatchObject([{ round: 1, deadline, closedAt: deadline }]);
  } finally {
    await server.end('SIGTERM');
  }
});
