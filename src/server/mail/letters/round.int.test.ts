import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerOf } from '../../db/readers';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import {
  accountOf,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../../testing/negotiation';
import type { Letter } from '../letter';
import { words } from '../words';
import { roundClosed } from './round';

const LOG = 'closing';
const file = exampleFile('frontier-training');

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, file, { mode: 'sealed' });
});
afterAll(() => database.drop());

async function letterOfTheClose(position: number): Promise<Letter | null> {
  const to = { user: await accountOf(store, 'lab-borealis') };
  const reader = await readerOf(store.pool, to);
  if (reader === null) throw new Error('nobody reads');
  const at = new Date();
  const message = {
    id: 'a-close',
    kind: 'round.closed',
    to,
    about: {},
    log: LOG,
    position,
    turn: 0,
    at,
    readAt: null,
    mail: 'waiting',
    mailedAt: null,
    attempts: 0,
    fault: null,
  } as const;
  return roundClosed(message, { store, reader, now: at.toISOString(), occasion: 'mail' });
}

it('tells of the standing at the close, and never of the one before it', async () => {
  const { round } = callerFor(store, await people(store)('facilitator'));
  await round.close({ negotiation: LOG, idempotencyKey: 'first close' });
  await settleStanding(store, LOG);
  await round.open({ negotiation: LOG, idempotencyKey: 'second round', deadline: null });
  for (const { id: stakeholder } of file.stakeholders) {
    const { ballot } = callerFor(store, await people(store)(stakeholder));
    await ballot.cast({ negotiation: LOG, stakeholder, abstain: true, idempotencyKey: `of ${stakeholder}` });
  }
  await round.close({ negotiation: LOG, idempotencyKey: 'second close' });
  const close = (await store.states.newest(LOG))?.state.rounds[1]?.closed?.position ?? -1;

  // Written while the worker has not come to this close, only to the first, at which profiles cleared.
  const writing = letterOfTheClose(close);
  await settleStanding(store, LOG);
  expect(JSON.stringify((await writing)?.body)).not.toContain(words('roundClosed.clear'));
  expect(JSON.stringify((await letterOfTheClose(close))?.body)).toContain(words('roundClosed.noneClears'));
});
