import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one with the same number: its start time. `null` where no such process lives.
 * Numbers come round again soon in a container, where each start begins at 1.
 */
export function processIdentity(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold anything; after it: state is field 3, the start time field 22.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const zombie = fields[0] === 'Z';
      return zombie
        ? null
        : `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
  }
  if (process.platform === 'win32') return 'alive';
  return ps('lstart', pid);
}

function ps(field, pid) {
  if (process.platform === 'win32') return null;
  return spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
}

/** The name of the program that a process runs; `null` where it cannot be learnt. */
export const programOf = (pid) => ps('comm', pid);

/**
 * Says whether the npm that runs this script lives; always true where there is none. npm that is killed cannot pass a
 * signal on, and the shell between it and the script may outlive it.
 */
export function npmWatch() {
  const parents = [process.ppid, Number(ps('ppid', process.ppid))];
  const npm = process.env.npm_lifecycle_event && parents.find((pid) => programOf(pid)?.startsWith('npm'));
  if (!npm) return () => true;
  const identity = processIdentity(npm);
  return () => processIdentity(npm) === identity;
}
