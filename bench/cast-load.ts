/** People who cast one ballot after the other: a program in C where gcc is, as pgbench is one; Node's where it is not. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiled } from './compiled';
import { KeepAlive } from './keep-alive';

export interface Delegate {
  readonly stakeholder: string;
  readonly cookie: string;
}

/** @returns milliseconds per acknowledged ballot. */
export type CastLoad = (url: string, clients: number, seconds: number) => Promise<number>;

/** As many different ballots of each client. */
const BALLOTS = 60;
/** Where the number of a request is put (cast-load.c). */
const TURN = '##########';

/** What each client sends, in turns. Keys of another run are other keys. */
function requestsOf(
  url: string,
  delegates: readonly Delegate[],
  profiles: readonly string[],
  clients: number,
): string[][] {
  const { host } = new URL(url);
  const run = Date.now();
  return Array.from({ length: clients }, (_, client) => {
    const { stakeholder, cookie } = delegates[client % delegates.length] ?? { stakeholder: '', cookie: '' };
    return Array.from({ length: BALLOTS }, (_, turn) => {
      const best = 20 + ((client * 7 + turn) % BALLOTS);
      const body = JSON.stringify({
        negotiation: 'frontier-training',
        stakeholder,
        scores: Object.fromEntries(profiles.map((id) => [id, [best - 10, best, best + 10]])),
        idempotencyKey: `bench-${client}-${run}-${TURN}`,
      });
      return (
        `POST /api/trpc/ballot.cast HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\ncookie: ${cookie}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
      );
    });
  });
}

const run = promisify(execFile);

function inC(
  program: string,
  file: string,
  delegates: readonly Delegate[],
  profiles: readonly string[],
): CastLoad {
  return async (url, clients, seconds) => {
    const requests = requestsOf(url, delegates, profiles, clients).flat();
    const parts = requests.flatMap((request) => {
      const length = Buffer.alloc(4);
      const bytes = Buffer.from(request);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    });
    writeFileSync(file, Buffer.concat(parts));
    const words = [new URL(url).port, String(seconds), String(clients), file];
    const [took = Number.NaN, acknowledged = 0] = (await run(program, words)).stdout.split(' ').map(Number);
    return took / acknowledged;
  };
}

function inNode(delegates: readonly Delegate[], profiles: readonly string[]): CastLoad {
  return async (url, clients, seconds) => {
    const began = performance.now();
    let acknowledged = 0;
    const one = async (requests: readonly string[]) => {
      const connection = new KeepAlive(url);
      for (let turn = 0; performance.now() - began < seconds * 1000; turn++) {
        const request = requests[turn % requests.length] ?? '';
        const { status, text } = await connection.send(
          request.replace(TURN, String(turn).padStart(TURN.length, '0')),
        );
        if (status !== 200) throw new Error(`ballot.cast: ${status} ${text}`);
        acknowledged++;
      }
      connection.close();
    };
    await Promise.all(requestsOf(url, delegates, profiles, clients).map(one));
    return (performance.now() - began) / acknowledged;
  };
}

/** @param use is given the load; its files are taken away after. */
export async function withCastLoad<R>(
  delegates: readonly Delegate[],
  profiles: readonly string[],
  use: (cast: CastLoad) => Promise<R>,
): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cast-'));
  try {
    const program = compiled('cast-load.c', folder, ['-O2', '-D_GNU_SOURCE']);
    const cast =
      program === null
        ? inNode(delegates, profiles)
        : inC(program, join(folder, 'requests'), delegates, profiles);
    return await use(cast);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
