/** A sealed negotiation whose letters are sent by real workers to a real SMTP server. */
import { randomUUID } from 'node:crypto';
import { UNTOLD_LOGS } from '../db/notice-heads';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import type { LogWorker } from '../jobs/log-worker';
import { type MailJobs, workOffMail } from '../jobs/mail-jobs';
import { noticeWorker } from '../jobs/notice-worker';
import { openPost } from '../mail/post';
import { type MailServer, startMailServer, type Taken } from '../mail/testing/mail-server';
import { freshDatabase } from './database';
import { accountOf, type Caller, callerFor, exampleFile, people, playedNegotiation } from './negotiation';

export const LOG = 'mailing';
export const OWN = 'lab-aurora';
export const OTHER = 'lab-borealis';
/** Another delegate of the first stakeholder. */
export const SECOND = 'second-of-aurora';

const HOUR = 60 * 60 * 1000;

export interface Mailing {
  readonly store: Store;
  readonly mail: MailServer;
  /** Another server's store on the same database. */
  open(): Store;
  as(who: string): Promise<Caller>;
  /** A server's workers, on a store of its own. */
  start(): Promise<void>;
  /** Of all servers. */
  stop(): Promise<void>;
  /** Everything so far is old news. */
  told(): Promise<void>;
  /** Every event was told of, and no letter waits. */
  settled(): Promise<void>;
  /** How many letters are in each state. */
  states(): Promise<Readonly<Record<string, number>>>;
  end(): Promise<void>;
}

export const addressOf = (key: string) => `${key}@test.example`;

/** To whom letters went, in the order of their names. */
export const addressees = (letters: readonly Taken[]) => letters.flatMap(({ to }) => to).sort();

export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30));
}

/** No letter of how it came to be waits, and no worker has begun. */
export async function openMailing(): Promise<Mailing> {
  const mail = await startMailServer();
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  process.env['PARLEY_SMTP'] = mail.url;
  process.env['PARLEY_MAIL_FROM'] = 'Parley <parley@test.example>';
  process.env['NEXTAUTH_URL'] = 'https://parley.test.example';
  process.env['NEXTAUTH_SECRET'] = 'a secret of the tests of mail';
  const database = await freshDatabase();
  const store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'), { mode: 'sealed' });
  await joinAsDelegate(store, SECOND);
  let running: { readonly notices: LogWorker; readonly jobs: MailJobs }[] = [];

  const stop = async () => {
    for (const { notices, jobs } of running) await Promise.all([notices.stop(), jobs.stop()]);
    running = [];
  };
  const told = async () => {
    await store.pool.query(
      `INSERT INTO notice_head (log, position) SELECT log, size - 1 FROM log
       ON CONFLICT (log) DO UPDATE SET position = excluded.position`,
    );
  };
  const states = async () => {
    const { rows } = await store.pool.query<{ mail: string; n: number }>(
      'SELECT mail, count(*)::int AS n FROM message GROUP BY mail',
    );
    return Object.fromEntries(rows.map(({ mail: state, n }) => [state, n]));
  };
  await told();
  return {
    store,
    mail,
    open: () => database.open(),
    as: async (who) => callerFor(store, await people(store)(who)),
    start: async () => {
      const own = database.open();
      const notices = noticeWorker(own, true);
      await notices.start();
      const settings = { PARLEY_SMTP: mail.url, PARLEY_MAIL_FROM: process.env['PARLEY_MAIL_FROM'] };
      running.push({ notices, jobs: await workOffMail(own, openPost(settings)) });
    },
    stop,
    told,
    settled: () =>
      until(async () => {
        const lagging = (await store.pool.query(UNTOLD_LOGS)).rowCount ?? 0;
        return lagging === 0 && ((await states())['waiting'] ?? 0) === 0;
      }),
    states,
    end: async () => {
      await stop();
      await mail.close();
      await database.drop();
    },
  };
}

async function joinAsDelegate(store: Store, key: string): Promise<void> {
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

/** @returns the position. */
export async function abstain(mailing: Mailing, stakeholder: string): Promise<number> {
  const call = await mailing.as(stakeholder);
  const cast = { negotiation: LOG, stakeholder, abstain: true, idempotencyKey: randomUUID() } as const;
  return (await call.ballot.cast(cast)).position;
}
