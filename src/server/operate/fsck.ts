/** Every log asked for, one after the other; with `repair`, those that differ a second time under their lock. */
import type { Store } from '../db/store';
import { type CheckedLog, checkLog } from './check-log';

export interface FsckOptions {
  readonly host: string;
  readonly logs: readonly string[];
  readonly repair: boolean;
}

export interface FsckReport {
  readonly sound: boolean;
  /** As they are now: after a repair, what is left. */
  readonly logs: readonly CheckedLog[];
  readonly mended: number;
}

export async function fsck(store: Store, { host, logs, repair }: FsckOptions): Promise<FsckReport> {
  const checked: CheckedLog[] = [];
  let mended = 0;
  for (const log of logs) {
    const before = await checkLog(store, log, { host, repair: false });
    if (!repair || before.differences.every(({ mend }) => mend === 'never')) {
      checked.push(before);
      continue;
    }
    const { notes } = await checkLog(store, log, { host, repair: true });
    const after = await checkLog(store, log, { host, repair: false });
    mended += Math.max(0, before.differences.length - after.differences.length);
    checked.push({ ...after, notes: [...new Set([...notes, ...after.notes])] });
  }
  return { sound: checked.every(({ differences }) => differences.length === 0), logs: checked, mended };
}
