import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Postgres refuses to run as root. The account that it runs as instead, or `null` where the one who starts Parley
 * is not root and it can run as them.
 * @returns {{ name: string, uid: number, gid: number } | null}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const read = (flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { name, uid: read('-u'), gid: read('-g') };
    } catch {
      // no such account on this machine
    }
  }
  return { name: 'uid 65534', uid: 65534, gid: 65534 };
}

/** Whether the account may go through every folder down to `folder`: a clone under /root is closed to it. */
export function canReach(account, folder) {
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status ===
    0
  );
}
