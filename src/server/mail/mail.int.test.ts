import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkReceipt } from '@/audit/check-receipt';
import { formatVerifierKey } from '@/ledger/note';
import { UNTOLD_LOGS } from '../db/notice-heads';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { api } from '../http/api';
import type { LogWorker } from '../jobs/log-worker';
import { type MailJobs, workOffMail } from '../jobs/mail-jobs';
import { noticeWorker } from '../jobs/notice-worker';
import { openQueue } from '../jobs/queue';
import { sendReminders } from '../jobs/remind';
import { Hub } from '../live/hub';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { openPost } from './post';
import { type MailServer, startMailServer, type Taken } from './testing/mail-server';
import { unsubscribePath } from './unsubscribe';

const LOG = 'mailing';
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const SECOND = 'second-of-aurora';
const HOUR = 60 * 60 * 1000;

let database: TestDatabase;
let store: Store;
let mail: MailServer;
let web: { readonly url: string; close(): void };
let running: { readonly notices: LogWorker; readonly jobs: MailJobs }[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  process.env['PARLEY_SMTP'] = mail.url;
  process.env['PARLEY_MAIL_FROM'] = 'Parley <parley@test.example>';
  process.env['NEXTAUTH_URL'] = 'https://parley.test.example';
  process.env['NEXTAUTH_SECRET'] = 'a secret of the tests of mail';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'), { mode: 'sealed' });
  await joinAsDelegate(SECOND);
  await told();
  web = await serve();
});
afterAll(async () => {
  await stopAll();
  await mail.close();
  web.close();
  await database.drop();
});
beforeEach(async () => {
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

/** A server's workers, on a store of its own. */
async function start(): Promise<void> {
  const own = database.open();
  const notices = noticeWorker(own);
  await notices.start();
  const settings = { PARLEY_SMTP: mail.url, PARLEY_MAIL_FROM: process.env['PARLEY_MAIL_FROM'] };
  running.push({ notices, jobs: await workOffMail(own, openPost(settings)) });
}

async function stopAll(): Promise<void> {
  for (const { notices, jobs } of running) await Promise.all([notices.stop(), jobs.stop()]);
  running = [];
}

/** Everything so far is old news. */
async function told(): Promise<void> {
  await store.pool.query(
    `INSERT INTO notice_head (log, position) SELECT log, size - 1 FROM log
     ON CONFLICT (log) DO UPDATE SET position = excluded.position`,
  );
}

async function joinAsDelegate(key: string): Promise<void> {
  const [by, joins] = await Promise.all(
    ['facilitator', key].map(async (name) => givePseudonym(store, LOG, await accountOf(store, name))),
  );
  const invitation = `for-${key}`;
  const expiresAt = new Date(Date.now() + HOUR).toISOString();
  const seat = { role: 'delegate', stakeholder: OWN } as const;
  const steps = [
    { actor: by ?? '', command: { kind: 'invite', invitation, ...seat, expiresAt } as const },
    { actor: joins ?? '', command: { kind: 'join', invitation } as const },
  ];
  for (const step of steps) {
    const answer = await store.appender.append({ log: LOG, ...step });
    if (!answer.ok) throw new Error(answer.error.message.text);
  }
}

async function abstain(stakeholder: string, by = stakeholder): Promise<number> {
  const call = callerFor(store, await people(store)(by));
  const key = randomUUID();
  const cast = { negotiation: LOG, stakeholder, abstain: true, idempotencyKey: key } as const;
  return (await call.ballot.cast(cast)).position;
}

const address = (key: string) => `${key}@test.example`;

/** All that a letter says, in whatever part of it. */
const wholeText = ({ mail: { subject, text, html, attachments } }: Taken) =>
  [subject, text, html, ...attachments.map(({ content }) => content.toString())].join('\n');

async function states(): Promise<Record<string, number>> {
  const { rows } = await store.pool.query<{ mail: string; n: number }>(
    'SELECT mail, count(*)::int AS n FROM message GROUP BY mail',
  );
  return Object.fromEntries(rows.map(({ mail: state, n }) => [state, n]));
}

/** Jobs of letters in a state, and how many seconds each is yet to wait. */
async function jobs(state: string): Promise<{ wait: number }[]> {
  const { rows } = await store.pool.query<{ wait: number }>(
    `SELECT extract(epoch FROM start_after - now())::float AS wait FROM pgboss.job WHERE name = 'mail' AND state::text = $1`,
    [state],
  );
  return rows;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30));
}

/** Every event was told of, and no letter waits. */
const settled = () =>
  until(async () => {
    const lagging = (await store.pool.query(UNTOLD_LOGS)).rowCount ?? 0;
    return lagging === 0 && ((await states())['waiting'] ?? 0) === 0;
  });

describe('with two servers at work', () => {
  beforeAll(async () => {
    await Promise.all([start(), start()]);
  });
  afterAll(stopAll);

  it('mails a ballot to both delegates of its stakeholder once and to nobody else, with a receipt that verifies', async () => {
    const position = await abstain(OWN);
    await mail.until(2);
    await abstain(OTHER);
    await mail.until(3);
    await settled();
    const [theirs, others] = [
      mail.taken.filter(({ to }) => !to.includes(address(OTHER))),
      mail.taken.filter(({ to }) => to.includes(address(OTHER))),
    ];
    expect(theirs.map(({ to }) => to).sort()).toEqual([[address(OWN)], [address(SECOND)]]);
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
    const call = callerFor(store, await people(store)('facilitator'));
    const deadline = '2031-01-01T10:00:00.000Z';
    await call.round.setDeadline({ negotiation: LOG, deadline, idempotencyKey: 'deadline' });
    await settled();
    const letter = mail.taken.find(({ to }) => to.includes(address(OTHER)))?.mail;
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
    await settled();
    const told = mail.taken.flatMap(({ to }) => to);
    expect(told).toContain(address(OWN));
    expect(told).not.toContain(address(OTHER));
    // The site shows it all the same.
    const inbox = await callerFor(store, await people(store)(OTHER)).inbox.list();
    expect(inbox.messages[0]?.letter?.subject).toContain('goes on until 2 January 2031 at 19:00');
  });
});

it('retries with growing delays, ends in a list of failures, and is sent when it is tried again', async () => {
  mail.refuse('the disk is full');
  await start();
  await abstain(OTHER);
  const admin = callerFor(store, await people(store)('admin'));
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
  await settled();
  expect(await entry()).toMatchObject({ mail: 'sent', fault: null });
  await expect(admin.administration.retry({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await stopAll();
});

it('sends what a server left that was killed before it sent, and what one held when it died', async () => {
  await abstain(OTHER);
  const dying = noticeWorker(database.open());
  await dying.start();
  await until(async () => (await states())['waiting'] === 1);
  await dying.stop();
  // A worker took the job and was never heard of again.
  await store.pool.query(
    `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour' WHERE name = 'mail' AND state = 'created'`,
  );
  await openQueue(store.pool).expire();
  await store.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state = 'retry'`);
  await Promise.all([start(), start()]);
  await mail.until(1);
  await settled();
  expect(mail.taken.map(({ to }) => to)).toEqual([[address(OTHER)]]);
  await stopAll();
});

it('reminds who has not cast when half and nine tenths of the time have gone, each once', async () => {
  await start();
  const { rows } = await store.pool.query<{ at: Date; deadline: Date }>(
    `SELECT e.at, n.deadline FROM event e JOIN negotiation n USING (log)
     WHERE e.log = $1 AND e.type = 'round.opened' ORDER BY e.position DESC LIMIT 1`,
    [LOG],
  );
  const [from, to] = [rows[0]?.at.getTime() ?? 0, rows[0]?.deadline.getTime() ?? 0];
  const at = (share: number) => new Date(from + (to - from) * share).toISOString();
  const remind = (share: number) =>
    Promise.all([store, database.open()].map((one) => sendReminders(one, () => Promise.resolve(at(share)))));
  const silent = await callerFor(store, await people(store)('facilitator')).negotiation.get({
    negotiation: LOG,
  });
  const expected = silent.participation
    .filter(({ voted }) => !voted)
    .map(({ stakeholder }) => address(stakeholder))
    .sort();
  expect(expected.length).toBeGreaterThan(0);

  await remind(0.49);
  await settled();
  expect(mail.taken).toEqual([]);
  for (const share of [0.5, 0.6]) {
    await remind(share);
    await settled();
    expect(mail.taken.flatMap((letter) => letter.to).sort()).toEqual(expected);
  }
  expect(mail.taken[0]?.mail.text).toContain('Half of the time of round 1');
  mail.forget();
  await remind(0.9);
  await settled();
  expect(mail.taken.flatMap((letter) => letter.to).sort()).toEqual(expected);
  mail.forget();

  // By hand, once an hour.
  const call = callerFor(store, await people(store)('facilitator'));
  const answer = await call.round.remind({ negotiation: LOG, round: 1 });
  expect(answer).toEqual({ stakeholders: expected.length, people: expected.length });
  await settled();
  expect(mail.taken.flatMap((letter) => letter.to).sort()).toEqual(expected);
  await expect(call.round.remind({ negotiation: LOG, round: 1 })).rejects.toThrow('less than an hour ago');
  await expect(call.round.remind({ negotiation: LOG, round: 2 })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  await stopAll();
});

it('shows on the site what its reader may see, and counts what is unread', async () => {
  const call = callerFor(store, await people(store)(OWN));
  const { messages } = await call.inbox.list();
  expect(await call.inbox.count()).toBe(messages.length);
  await call.inbox.read({ ids: [messages[0]?.id ?? ''] });
  expect(await call.inbox.count()).toBe(messages.length - 1);
  // Nobody reads for another.
  const other = callerFor(store, await people(store)(OTHER));
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
