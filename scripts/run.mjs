import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

/** What runs now, each with the function that ends it. */
const running = new Map();

/**
 * Runs a program to its end. Its output is collected, and shown as it comes with `show`. Standard input is closed:
 * nothing here may wait for an answer. With `minutes` it is killed after that long, with every process it started.
 * @returns {Promise<{ code: number, output: string }>} 127 where it could not be started at all
 */
export function run(
  file,
  words,
  { env = process.env, cwd = ROOT, account = null, show = false, minutes = null } = {},
) {
  return new Promise((resolve) => {
    const ids = account ? { uid: account.uid, gid: account.gid } : {};
    // A process group of its own is what can be killed whole.
    const detached = minutes !== null && process.platform !== 'win32';
    const child = spawn(file, words, { ...ids, env, cwd, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (signal) => {
      if (child.pid !== undefined && child.exitCode === null)
        process.kill(detached ? -child.pid : child.pid, signal);
    };
    running.set(child, kill);
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    const tooLate = () => {
      take(process.stderr)(`\n${words[0]} was stopped after ${minutes} minutes.\n`);
      kill('SIGKILL');
    };
    const late = minutes === null ? null : setTimeout(tooLate, minutes * 60_000);
    const done = (code) => {
      clearTimeout(late);
      running.delete(child);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.code} ${error.message}`;
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
    // A daemon that the program left behind may hold its output open for ever.
    child.on('exit', (code) => setTimeout(() => done(code ?? 1), 1000).unref());
  });
}

/** Runs a JavaScript program of node_modules (npx would cost a second or more a call). */
export const runNode = (words, options) => run(process.execPath, words, options);

/** Ends what `run` has started; called once a script is on its way out. */
export function killRunning() {
  for (const kill of running.values()) kill('SIGTERM');
}
