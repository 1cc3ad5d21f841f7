import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

const SOCKET = /^lock\.[0-9a-f]{12}$/;
/** Bytes of a socket's path, where 104 with the last zero is the least of all systems; a longer one is cut off unsaid. */
const LONGEST_PATH = 103;

/**
 * Holds a folder for one process, for as long as the process lives: two witnesses on one folder would each believe what
 * they read there, and cosign two histories between them.
 *
 * Who holds it listens on a socket in the folder. The kernel closes that with the process, however it ends, and a
 * folder that two containers share has its sockets in common, where numbers of processes are not. Everybody listens
 * first and looks for others then, so of two that start at once at least one sees the other; both may, and give up.
 *
 * @returns how to let go; `null` where another process holds the folder.
 * @throws {Error} where the folder cannot have a socket: a path of more than 85 bytes, some network file systems.
 */
export async function holdFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const mine = `lock.${randomBytes(6).toString('hex')}`;
  const path = join(folder, mine);
  const excess = Buffer.byteLength(path) - LONGEST_PATH;
  if (excess > 0)
    throw new Error(
      `the path of ${folder} is ${excess} bytes too long for a socket in it: name a shorter one`,
    );
  const server = createServer((socket) => socket.destroy());
  server.listen(path);
  await once(server, 'listening');
  // Node takes the socket's file away as it closes.
  const letGo = () => new Promise<void>((resolve) => server.close(() => resolve()));
  for (const other of await readdir(folder)) {
    if (!SOCKET.test(other) || other === mine) continue;
    if (await listens(join(folder, other))) {
      await letGo();
      return null;
    }
    // Left by a process that was killed. One that has only just made its socket will see ours, and give up.
    await rm(join(folder, other), { force: true });
  }
  server.unref();
  return letGo;
}

function listens(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => {
      const code: unknown = Reflect.get(error, 'code');
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve(false);
      // One that is just letting go: whoever asks now may come again.
      else if (code === 'ECONNRESET') resolve(true);
      else reject(error);
    });
  });
}
