import { afterAll, beforeAll, expect, it } from 'vitest';
import { withLogLock } from '../db/log-lock';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  accountOf,
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
} from '../testing/negotiation';
import { tell } from './tell';

/** Whom a comment mentions learns of it, and not what it says. */

const LOG = 'mentioning';
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const SAID = {
  negotiation: LOG,
  topic: { kind: 'profile', id: 'race' },
  replyTo: null,
  argument: null,
} as const;

let database: TestDatabase;
let store: Store;
let call: Readonly<Record<'own' | 'other' | 'observer', Caller>>;
let keys = 0;
const key = () => `comment ${++keys}`;

beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'), { mode: 'sealed' });
  const as = async (name: string) => callerFor(store, await people(store)(name));
  call = { own: await as(OWN), other: await as(OTHER), observer: await as('observer') };
});
afterAll(() => database.drop());

const told = () => withLogLock(store.pool, 'notices', LOG, (client) => tell(store, client, LOG, true));

async function post(text: string): Promise<number> {
  const { position } = await call.own.comment.post({
    ...SAID,
    stakeholder: null,
    text,
    idempotencyKey: key(),
  });
  await told();
  return position;
}

/** The letters about mentions in an inbox, the newest first; what the reader may no longer be told is `null`. */
async function mentions(caller: Caller): Promise<readonly (string | null)[]> {
  const { messages } = await caller.inbox.list();
  return messages
    .filter(({ kind }) => kind === 'comment.mention')
    .map(({ letter }) => letter && JSON.stringify(letter));
}

it('is told by name to members, by pseudonym to observers, never with the text, and links to the comment', async () => {
  const observer = await givePseudonym(store, LOG, await accountOf(store, 'observer'));
  const author = await givePseudonym(store, LOG, await accountOf(store, OWN));
  const comment = await post(`A secret for @${OTHER} and @${observer}.`);
  const [member] = await mentions(call.other);
  expect(member).toContain('a comment mentions Borealis AI');
  expect(member).toContain(`${OWN} mentions Borealis AI`);
  expect(member).toContain(`/discussion?about=profile%2Frace#comment-${comment}`);
  const [seen] = await mentions(call.observer);
  expect(seen).toContain(`${author} mentions you`);
  expect(seen).not.toContain(OWN);
  expect(`${member}${seen}`).not.toContain('secret');
  expect(await mentions(call.own)).toEqual([]);
});

it('is told once, for an edit that adds it, and no longer where the comment is edited or redacted', async () => {
  const comment = await post('Nobody is meant.');
  const before = (await mentions(call.other)).length;
  const edit = async (text: string) => {
    await call.own.comment.edit({ negotiation: LOG, comment, text, idempotencyKey: key() });
    await told();
  };
  await edit(`@${OTHER} is meant.`);
  await edit(`@${OTHER} is meant, again.`);
  const [newest, ...rest] = await mentions(call.other);
  expect(newest).toContain(`#comment-${comment}`);
  expect(rest).toHaveLength(before);
  await edit('Nobody is meant after all.');
  expect((await mentions(call.other))[0]).toBeNull();
  await edit(`@${OTHER} is.`);
  expect((await mentions(call.other))[0]).not.toBeNull();
  await call.own.comment.redact({ negotiation: LOG, comment, reason: null, idempotencyKey: key() });
  expect((await mentions(call.other))[0]).toBeNull();
});

it('is a kind of letter that one can have none of', async () => {
  const kinds = await call.other.account.notifications();
  expect(kinds.map(({ kind }) => kind)).toContain('comment.mention');
});
