/** The Parley server as a child process: for npm start, for npm test, and for tests that kill it. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { freePort } from './free-port.mjs';
import { ROOT } from './project.mjs';

/** How long it may take to close its streams and connections before it is killed. */
const STOP_MS = 3000;

const COMMAND = {
  production: ['--enable-source-maps', 'dist/server.mjs'],
  development: ['--import', 'tsx', 'src/server/main.ts'],
};

/** The environment of the server and of the demonstration's loader. */
export function serverEnvironment({ port, databaseUrl, dataFolder, demo = false, dev = false, env = {} }) {
  return {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    // Whoever takes over the server must not find the key to its tables there.
    PARLEY_OWNER_DATABASE_URL: '',
    PARLEY_DATA: dataFolder,
    PARLEY_DEMO: demo ? 'on' : 'off',
    ...env,
  };
}

/** Not by `fetch`, which refuses some ports that a server may well listen on: 4190, 6000, 6665 to 6669. */
function isHealthy(url) {
  return new Promise((resolve) => {
    const request = get(
      `${url}/api/health`,
      { agent: false, signal: AbortSignal.timeout(2000) },
      (answer) => {
        // The status says it all.
        answer.destroy();
        resolve(answer.statusCode === 200);
      },
    );
    request.on('error', () => resolve(false));
  });
}

/**
 * Spawns the built server (`dev`: from the sources).
 * @param {{ port: number, databaseUrl: string, dataFolder: string, demo?: boolean, dev?: boolean, root?: string,
 *   env?: Record<string, string>, logFile?: string }} options `logFile`: its output goes there, not to the terminal;
 *   `root`: where the build is, where not in the checkout
 */
export function spawnServer(options) {
  const { port, dev = false, root = ROOT, logFile } = options;
  const output = logFile ? openSync(logFile, 'a') : 'inherit';
  const child = spawn(process.execPath, COMMAND[dev ? 'development' : 'production'], {
    cwd: root,
    env: serverEnvironment(options),
    stdio: ['ignore', output, output],
  });
  if (logFile) closeSync(output);
  const url = `http://localhost:${port}`;
  const seeLog = logFile ? `; see ${logFile}` : '';
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve({ code: 127, signal: null }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  /** Sends a signal and waits until the process is gone. */
  const kill = async (signal = 'SIGKILL') => {
    child.kill(signal);
    return exited;
  };
  return {
    url,
    port,
    pid: child.pid,
    exited,
    kill,
    /** Asks it to stop, and kills it where it has not within its time. */
    stop: async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const result = await kill('SIGTERM');
      clearTimeout(late);
      return result;
    },
    untilHealthy: async (seconds = dev ? 120 : 60) => {
      const deadline = Date.now() + seconds * 1000;
      while (!(await isHealthy(url))) {
        const gone = await Promise.race([exited, sleep(100, null)]);
        if (gone) throw new Failure(`The server ended before it was ready (${howItEnded(gone)})${seeLog}.`);
        if (Date.now() > deadline)
          throw new Failure(`The server was not healthy after ${seconds} s${seeLog}.`);
      }
    },
  };
}

export const howItEnded = ({ code, signal }) => signal ?? `exit code ${code}`;

/** `spawnServer` on a free port, once it is healthy. A server that does not get there is killed. */
export async function startServer(options) {
  const server = spawnServer({ ...options, port: options.port ?? (await freePort()) });
  try {
    await server.untilHealthy();
    return server;
  } catch (error) {
    await server.kill();
    throw error;
  }
}
