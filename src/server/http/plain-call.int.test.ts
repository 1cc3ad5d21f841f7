import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookieFor } from '../testing/client';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { exampleFile, playedNegotiation } from '../testing/negotiation';
import { type ServerProcess, startServerProcess } from '../testing/server';

const LOG = 'plain';
const OWN = 'lab-aurora';

let database: TestDatabase;
let server: ServerProcess;
const cookies = new Map<string, string>();

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of plain calls';
  database = await freshDatabase();
  const store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  for (const who of [OWN, 'observer', 'stranger']) cookies.set(who, await cookieFor(store, who));
  server = await startServerProcess({
    DATABASE_URL: database.url,
    PARLEY_DATA: store.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'],
  });
});
afterAll(async () => {
  await server.end('SIGKILL');
  await database.drop();
});

interface Call {
  readonly who?: string;
  readonly procedure?: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

async function answerOf({ who = OWN, procedure = 'ballot.cast', body, headers }: Call, query: string) {
  const response = await fetch(`${server.url}/api/trpc/${procedure}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookies.get(who) ?? '', ...headers },
    body,
  });
  const [status, text] = [response.status, await response.text()];
  const told = ['content-type', 'vary', 'cache-control'].map((name) => response.headers.get(name));
  return { status, text, told };
}

const ballot = { negotiation: LOG, stakeholder: OWN, scores: { race: 7 }, idempotencyKey: 'one' };
const json = JSON.stringify;

const CALLS: Readonly<Record<string, Call>> = {
  'a ballot': { body: json(ballot) },
  'a ballot with a byte order mark before it': { body: `\u{feff}${json(ballot)}` },
  'another under the same key': { body: json({ ...ballot, scores: { race: 8 } }) },
  'a ballot with a fault': { body: json({ ...ballot, scores: { race: 101 }, idempotencyKey: 'two' }) },
  'a request with a name too many': { body: json({ ...ballot, colour: 'red' }) },
  'half a surrogate pair': { body: json(ballot).replace('one', '\\ud800') },
  'no JSON': { body: '{"negotiation":' },
  'JSON that is no object': { body: 'null' },
  'a text': { body: '"a"' },
  'somebody who only observes': { who: 'observer', body: json(ballot) },
  'somebody who is not of it': { who: 'stranger', body: json(ballot) },
  'somebody signed out': { who: 'nobody', body: json(ballot) },
  'a negotiation that is not there': { body: json({ ...ballot, negotiation: 'none' }) },
  'a change of another kind': {
    procedure: 'round.close',
    body: json({ negotiation: LOG, idempotencyKey: 'close' }),
  },
  'a procedure of the installation': { who: 'nobody', procedure: 'account.setTimeZone', body: json({}) },
  'a query that is sent as a change': { procedure: 'ballot.mine', body: json(ballot) },
  'a procedure that is not there': { procedure: 'ballot.burn', body: json(ballot) },
  'a wish for a stream': { body: json(ballot), headers: { 'trpc-accept': 'application/jsonl' } },
  'another form than JSON': { body: json(ballot), headers: { 'content-type': 'text/plain' } },
};

it.each(Object.entries(CALLS))('is answered for %s as by tRPC’s own adapter', async (_, call) => {
  // A URL with a query is the adapter's. The first time is its own, since it may take the ballot in.
  const slow = await answerOf(call, '?by=adapter');
  expect(await answerOf(call, '')).toEqual(slow);
});

it('refuses what is too long to be read as the adapter does', async () => {
  const call = { body: json({ ...ballot, note: 'x'.repeat(1024 * 1024) }) };
  const slow = await answerOf(call, '?by=adapter');
  expect(slow.status).toBe(413);
  expect(await answerOf(call, '')).toEqual(slow);
});
