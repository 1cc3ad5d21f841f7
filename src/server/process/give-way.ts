/** Threads whose work may wait for others'. */
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/**
 * From now on the calling thread has about a tenth of a processor for which others ask, and all of one that is idle. Linux
 * alone takes the number for that of a thread (sched(7)): elsewhere it would be the whole process.
 */
export function giveWay(): void {
  if (process.platform === 'linux' && !isMainThread) setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}
