/** The real server as a child process, without pages: for tests that stop, kill and share it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export interface ServerProcess {
  readonly url: string;
  /** What it wrote, to either stream. */
  said(): string;
  /** Sends signals and waits until the process is gone; the exit code, or null where a signal ended it. */
  end(...signals: readonly NodeJS.Signals[]): Promise<number | null>;
}

/** Inside node_modules, so that the packages that it imports are found. */
const FOLDER = path.resolve('node_modules/.cache/parley-test-server');

/** @returns the bundle's path. Files of tests run beside each other: each worker has its own. */
export async function bundleServer(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const outfile = path.join(FOLDER, `server-${process.env['VITEST_POOL_ID'] ?? process.pid}.mjs`);
  await build({
    entryPoints: ['src/server/main.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

/** Ready when it returns. */
export async function startServerProcess(
  bundle: string,
  settings: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [bundle], {
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
