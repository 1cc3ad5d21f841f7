/** Works off the queues of letters. Each job is given to one worker of all servers (pg-boss: FOR UPDATE SKIP LOCKED). */
import type PgBoss from 'pg-boss';
import { z } from 'zod';
import { keepAll, recordFailure } from '../db/messages';
import { openPool } from '../db/pool';
import type { Store } from '../db/store';
import { SettingsError } from '../env';
import { logger } from '../logger';
import { deliver } from '../mail/deliver';
import type { Post } from '../mail/post';
import { MAIL_QUEUE, openQueue, UNDELIVERED_QUEUE } from './queue';

/** Letters that one server sends at once. */
const SENDERS = 2;
/** One for each sender's lock, and some for the queue itself. */
const CONNECTIONS = SENDERS + 3;
const POLL_SECONDS = 1;
/** Letters put away at once where there is no mail server. */
const TOGETHER = 500;
/** How long letters under way may take once the server stops; what is cut off is sent again. */
const GRACE_MS = 1_000;

const data = z.object({ message: z.string() });

export interface MailJobs {
  stop(): Promise<void>;
}

export async function workOffMail(store: Store, post: Post | null): Promise<MailJobs> {
  const pool = openPool(
    store.url,
    (error) => logger().warn({ err: error }, 'a database connection broke'),
    CONNECTIONS,
  );
  const warn = (error: unknown) => logger().warn({ err: error }, 'the job queue failed');
  let isStarted = false;
  const boss = openQueue(pool, (error) => {
    if (isStarted) warn(error);
    return isStarted;
  });
  boss.on('error', warn);
  try {
    await boss.start();
    isStarted = true;
  } catch (error) {
    await pool.end();
    throw new SettingsError(
      `The database has no job queue of this version (${error instanceof Error ? error.message : 'unknown'}): start with npm start, which makes it.`,
    );
  }
  if (post === null) {
    await workTogether(boss, MAIL_QUEUE, (messages) => keepAll(store.pool, messages));
  } else {
    for (let i = 0; i < SENDERS; i++) {
      await work(boss, MAIL_QUEUE, (message) => deliver(store, pool, post, message));
    }
  }
  await work(boss, UNDELIVERED_QUEUE, (message) => recordFailure(store.pool, message));
  return {
    stop: async () => {
      await boss.stop({ timeout: GRACE_MS });
      post?.close();
      await pool.end();
    },
  };
}

/** One job at a time; the next is fetched at once, and only an empty queue is waited for. */
async function work(boss: PgBoss, queue: string, handle: (message: string) => Promise<void>): Promise<void> {
  let worker: string | null = null;
  worker = await boss.work(queue, { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
    if (worker !== null) boss.notifyWorker(worker);
    for (const job of jobs) await handle(data.parse(job.data).message);
  });
}

/** Without a mail server there is nothing to be sent: what a crowd of ballots leaves behind is put away in one go. */
async function workTogether(
  boss: PgBoss,
  queue: string,
  handle: (messages: readonly string[]) => Promise<void>,
): Promise<void> {
  let worker: string | null = null;
  const options = { batchSize: TOGETHER, pollingIntervalSeconds: POLL_SECONDS };
  worker = await boss.work(queue, options, async (jobs) => {
    if (worker !== null && jobs.length === TOGETHER) boss.notifyWorker(worker);
    await handle(jobs.map((job) => data.parse(job.data).message));
  });
}
