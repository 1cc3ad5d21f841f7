import { Failure } from './failure.mjs';

/**
 * The queues that the server works off (src/server/jobs/queue.ts), with how they retry: growing delays from half a
 * minute to some hours, over about a day. What is given up goes to its dead-letter queue, in the same statement, so
 * that a crash at the last attempt is told of too.
 */
const QUEUES = [
  { name: 'mail-undelivered', retryLimit: 100, retryDelay: 5, retryBackoff: false, expireInSeconds: 60 },
  {
    name: 'mail',
    retryLimit: 11,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 120,
    deadLetter: 'mail-undelivered',
  },
];

/**
 * pg-boss's own tables, in a schema of their own, made and brought up to date by the account that owns ours: the
 * server's account may make none (docs/self-hosting.md). Again and again to the same end.
 */
export async function prepareJobQueue(url) {
  // Read when it is needed: before the install there is none.
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  const errors = [];
  boss.on('error', (error) => errors.push(error));
  try {
    await boss.start();
    for (const queue of QUEUES) {
      await boss.createQueue(queue.name, queue);
      await boss.updateQueue(queue.name, queue);
    }
  } catch (error) {
    throw new Failure(`The job queue in the database could not be prepared: ${error.message}`);
  } finally {
    await boss.stop({ graceful: false }).catch(() => undefined);
  }
  if (errors.length > 0) throw new Failure(`The job queue in the database failed: ${errors[0].message}`);
}
