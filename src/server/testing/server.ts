/** The real server as a child process, without pages: for tests that stop, kill and share it. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface ServerProcess {
  readonly url: string;
  /** What it wrote, to either stream. */
  said(): string;
  /** Sends signals and waits until the process is gone; the exit code, or null where a signal ended it. */
  end(...signals: readonly NodeJS.Signals[]): Promise<number | null>;
}

/** What `npm start` runs; `npm test` has built it of these sources. */
const BUILT = 'dist/server.mjs';

/** Ready when it returns. */
export async function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [BUILT], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PARLEY_PAGES: 'off',
      PARLEY_LOG: 'fatal',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const gone = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const url = await Promise.race([
    addressOf(child),
    gone.then((code) => Promise.reject(new Error(`ended: ${code}`))),
  ]);
  return {
    url,
    said: () => said,
    end: (...signals) => {
      for (const signal of signals) child.kill(signal);
      return gone;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /ready at (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', () => reject(new Error(`the server ended before it was ready: ${said}`)));
  });
}
