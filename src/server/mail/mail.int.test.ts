import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkReceipt } from '@/audit/check-receipt';
import { formatVerifierKey } from '@/ledger/note';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { api } from '../http/api';
import { noticeWorker } from '../jobs/notice-worker';
import { openQueue } from '../jobs/queue';
import { Hub } from '../live/hub';
import {
  abstain,
  addressOf,
  LOG,
  type Mailing,
  OTHER,
  OWN,
  openMailing,
  SECOND,
  until,
} from '../testing/mailing';
import { accountOf } from '../testing/negotiation';
import type { MailServer, Taken } from './testing/mail-server';
import { unsubscribePath } from './unsubscribe';

let mailing: Mailing;
let store: Store;
let mail: MailServer;
let web: { readonly url: string; close(): void };

beforeAll(async () => {
  mailing = await openMailing();
  ({ store, mail } = mailing);
  web = await serve();
});
afterAll(async () => {
  web.close();
  await mailing.end();
});
beforeEach(() => {
  mail.refuse(null);
  mail.forget();
});

/** What our own server answers. */
async function serve(): Promise<{ url: string; close(): void }> {
  const answer = api(store, new Hub(store), () => true);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** All that a letter says, in whatever part of it. */
const wholeText = ({ mail: { subject, text, html, attachments } }: Taken) =>
  [subject, text, html, ...attachments.map(({ content }) => content.toString())].join('\n');

/** Jobs of letters in a state, and how many seconds each is yet to wait. */
async function jobs(state: string): Promise<{ wait: number }[]> {
  const { rows } = await store.pool.query<{ wait: number }>(
    `SELECT extract(epoch FROM start_after - now())::float AS wait FROM pgboss.job WHERE name = 'mail' AND state::text = $1`,
    [state],
  );
  return rows;
}

describe('with two servers at work', () => {
  beforeAll(async () => {
    await Promise.all([mailing.start(), mailing.start()]);
  });
  afterAll(() => mailing.stop());

  it('mails a ballot to both delegates of its stakeholder once and to nobody else, with a receipt that verifies', async () => {
    const position = await abstain(mailing, OWN);
    await mail.until(2);
    await abstain(mailing, OTHER);
    await mail.until(3);
    await mailing.settled();
    const [theirs, others] = [
      mail.taken.filter(({ to }) => !to.includes(addressOf(OTHER))),
      mail.taken.filter(({ to }) => to.includes(addressOf(OTHER))),
    ];
    expect(theirs.map(({ to }) => to).sort()).toEqual([[addressOf(OWN)], [addressOf(SECOND)]]);
    expect(others).toHaveLength(1);
    const key = formatVerifierKey(store.keys.of(LOG, 1));
    for (const { mail: letter } of theirs) {
      const receipt = letter.attachments[0]?.content.toString() ?? '';
      expect(checkReceipt(receipt, [key])).toMatchObject({ kind: 'holds' });
      expect(JSON.parse(receipt)).toMatchObject({ position, opening: { ballot: '{"abstain":true}' } });
      expect(letter.headers.has('list-unsubscribe')).toBe(false);
    }
    // What the other stakeholder sealed is in no letter but its own.
    const { rows } = await store.pool.query<{ salt: string }>(
      'SELECT salt FROM sealed_ballot WHERE log = $1 AND stakeholder = $2',
      [LOG, OTHER],
    );
    for (const { salt } of rows) {
      expect(theirs.map(wholeText).filter((text) => text.includes(salt))).toEqual([]);
    }
    expect(
      others
        .map(wholeText)
        .join()
        .includes(rows.at(-1)?.salt ?? 'no seal'),
    ).toBe(true);
  });

  it('tells everyone of a deadline, in the zone of each, and stops by one click', async () => {
    const user = await accountOf(store, OTHER);
    await store.pool.query(`UPDATE "user" SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [user]);
    const call = await mailing.as('facilitator');
    const deadline = '2031-01-01T10:00:00.000Z';
    await call.round.setDeadline({ negotiation: LOG, deadline, idempotencyKey: 'deadline' });
    await mailing.settled();
    const letter = mail.taken.find(({ to }) => to.includes(addressOf(OTHER)))?.mail;
    expect(letter?.subject).toContain('1 January 2031 at 19:00 GMT+9');
    expect(letter?.text).toContain('Asia/Tokyo');
    expect(mail.taken.find(({ to }) => to.includes('facilitator@test.example'))).toBeUndefined();
    const path = unsubscribePath({ user, kind: 'round.deadline' });
    expect(letter?.headers.get('list')).toMatchObject({
      unsubscribe: { url: `https://parley.test.example${path}` },
    });

    const post = (to: string) =>
      fetch(`${web.url}${to}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect((await post(path.replace('token=', 'token=x'))).status).toBe(404);
    expect((await fetch(`${web.url}${path}`, { redirect: 'manual' })).status).toBe(303);
    expect((await post(path)).status).toBe(200);
    expect((await post(path)).status).toBe(200);

    mail.forget();
    const later = '2031-01-02T10:00:00.000Z';
    await call.round.extend({ negotiation: LOG, deadline: later, idempotencyKey: 'extension' });
    await mailing.settled();
    const told = mail.taken.flatMap(({ to }) => to);
    expect(told).toContain(addressOf(OWN));
    expect(told).not.toContain(addressOf(OTHER));
    // The site shows it all the same.
    const inbox = await (await mailing.as(OTHER)).inbox.list();
    expect(inbox.messages[0]?.letter?.subject).toContain('goes on until 2 January 2031 at 19:00');
  });
});

it('retries with growing delays, ends in a list of failures, and is sent when it is tried again', async () => {
  mail.refuse('the disk is full');
  await mailing.start();
  await abstain(mailing, OTHER);
  const admin = await mailing.as('admin');
  const entry = async () => (await admin.administration.outbox()).entries[0];
  await until(async () => ((await entry())?.attempts ?? 0) > 0 && (await jobs('retry')).length === 1);
  expect(await entry()).toMatchObject({
    mail: 'waiting',
    fault: expect.stringContaining('the disk is full'),
  });
  const [first] = await jobs('retry');
  expect(first?.wait).toBeGreaterThan(25);

  // As if the last but one attempt had been made.
  await store.pool.query(
    `UPDATE pgboss.job SET start_after = now(), retry_limit = retry_count + 2 WHERE name = 'mail' AND state = 'retry'`,
  );
  await until(async () => (await entry())?.attempts === 2 && (await jobs('retry')).length === 1);
  expect((await jobs('retry'))[0]?.wait).toBeGreaterThan(55);
  await store.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state = 'retry'`);
  await until(async () => (await entry())?.mail === 'failed');
  expect(await admin.administration.outbox({ mail: 'failed' })).toMatchObject({ counts: { failed: 1 } });

  mail.refuse(null);
  const id = (await entry())?.id ?? '';
  await admin.administration.retry({ id });
  await mail.until(1);
  await mailing.settled();
  expect(await entry()).toMatchObject({ mail: 'sent', fault: null });
  await expect(admin.administration.retry({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await mailing.stop();
});

it('sends what a server left that was killed before it sent, and what one held when it died', async () => {
  await abstain(mailing, OTHER);
  const dying = noticeWorker(mailing.open(), true);
  await dying.start();
  await until(async () => (await mailing.states())['waiting'] === 1);
  await dying.stop();
  // A worker took the job and was never heard of again.
  await store.pool.query(
    `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour' WHERE name = 'mail' AND state = 'created'`,
  );
  await openQueue(store.pool).expire();
  await store.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state = 'retry'`);
  await Promise.all([mailing.start(), mailing.start()]);
  await mail.until(1);
  await mailing.settled();
  expect(mail.taken.map(({ to }) => to)).toEqual([[addressOf(OTHER)]]);
  await mailing.stop();
});

it('shows on the site what its reader may see, and counts what is unread', async () => {
  const call = await mailing.as(OWN);
  const { messages } = await call.inbox.list();
  expect(await call.inbox.count()).toBe(messages.length);
  await call.inbox.read({ ids: [messages[0]?.id ?? ''] });
  expect(await call.inbox.count()).toBe(messages.length - 1);
  // Nobody reads for another.
  const other = await mailing.as(OTHER);
  const before = await other.inbox.count();
  await call.inbox.read({ ids: null });
  expect([await call.inbox.count(), await other.inbox.count()]).toEqual([0, before]);

  const pseudonym = await givePseudonym(store, LOG, await accountOf(store, OWN));
  const by = await givePseudonym(store, LOG, await accountOf(store, 'facilitator'));
  const member = { pseudonym, role: 'delegate', stakeholder: OWN } as const;
  const removed = await store.appender.append({
    log: LOG,
    actor: by,
    command: { kind: 'removeMember', member },
  });
  expect(removed.ok).toBe(true);
  expect((await call.inbox.list()).messages.map(({ letter }) => letter)).toEqual(messages.map(() => null));
});
