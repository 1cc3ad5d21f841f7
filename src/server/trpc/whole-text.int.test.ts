import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logHead } from '../db/log-head';
import { api } from '../http/api';
import { Hub } from '../live/hub';
import { cookieFor } from '../testing/client';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { exampleFile, playedNegotiation } from '../testing/negotiation';

const LOG = 'whole';
const HALF = 'half \ud83d';
let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
const server = createServer();
let url = '';

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of texts';
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  const answer = api(store, new Hub(store), () => true);
  server.on('request', (request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/api/trpc`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
});

async function send(who: string, procedure: string, body: string) {
  const headers = { 'content-type': 'application/json', cookie: await cookieFor(store, who) };
  const response = await fetch(`${url}/${procedure}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

const own = { negotiation: LOG, stakeholder: 'lab-aurora' };
const idempotencyKey = 'k';
const comment = {
  negotiation: LOG,
  topic: { kind: 'negotiation' },
  replyTo: null,
  argument: null,
  stakeholder: null,
};
const create = { title: 'T', mode: 'open', public: false, succeeds: null, idempotencyKey };

it.each([
  ['a ballot', 'ballot.cast', { ...own, idempotencyKey, scores: { race: 1, [HALF]: 2 } }, 'scores'],
  ['a score', 'ballot.cast', { ...own, idempotencyKey, scores: { race: [HALF] } }, 'scores.race.0'],
  ['a comment', 'comment.post', { ...comment, idempotencyKey, text: HALF }, 'text'],
  [
    'a name in a file',
    'negotiation.import',
    { negotiation: LOG, idempotencyKey, file: { stakeholders: [{ name: HALF }] } },
    'file.stakeholders.0.name',
  ],
  ['a file to begin with', 'negotiation.create', { ...create, file: { title: HALF } }, 'file.title'],
  [
    'a draft',
    'ballot.saveDraft',
    { ...own, draft: { kind: 'scores', body: null, form: { race: HALF } } },
    'draft.form.race',
  ],
  ['a key', 'ballot.cast', { ...own, idempotencyKey: HALF, abstain: true }, 'idempotencyKey'],
] as const)('refuses half a surrogate pair in %s, and says where', async (_, procedure, input, place) => {
  const { size } = await logHead(store.pool, LOG);
  const who =
    procedure === 'negotiation.import' || procedure === 'negotiation.create' ? 'facilitator' : 'lab-aurora';
  const { status, text } = await send(who, procedure, JSON.stringify(input));
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({
    error: { data: { refusal: { code: 'invalid', faults: [{ path: place }] } } },
  });
  expect((await logHead(store.pool, LOG)).size).toBe(size);
});

it('takes whole pairs, and changes that have no input at all', async () => {
  const whole = await send(
    'lab-aurora',
    'comment.post',
    JSON.stringify({ ...comment, idempotencyKey, text: 'whole \u{1f600}' }),
  );
  expect(whole.status).toBe(200);
  expect((await send('lab-borealis', 'account.signOutEverywhere', '')).status).toBe(200);
});
