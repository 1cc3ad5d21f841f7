/** Tells people of what happened in their negotiations. */
import { withLogLock } from '../db/log-lock';
import { UNTOLD_LOGS } from '../db/notice-heads';
import type { Store } from '../db/store';
import { LogWorker } from './log-worker';
import { tell } from './tell';

/** Of a crowd of ballots people are told together, a few times a second: each letter is a job, and each job takes its turns. */
const REST_MS = 250;

/** @param isMailed whether there is a mail server. */
export function noticeWorker(store: Store, isMailed: boolean): LogWorker {
  return new LogWorker(store, {
    name: 'notices',
    lagging: UNTOLD_LOGS,
    step: (log) => withLogLock(store.pool, 'notices', log, (client) => tell(store, client, log, isMailed)),
    rest: () => REST_MS,
  });
}
