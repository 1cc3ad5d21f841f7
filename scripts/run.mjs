import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

const running = new Set();

/**
 * Runs a program to its end. Its output is collected, and shown as it comes with `show`. Standard input is closed:
 * nothing here may wait for an answer.
 * @returns {Promise<{ code: number, output: string }>} 127 where it could not be started at all
 */
export function run(file, words, { env = process.env, cwd = ROOT, account = null, show = false } = {}) {
  return new Promise((resolve) => {
    const ids = account ? { uid: account.uid, gid: account.gid } : {};
    const child = spawn(file, words, { ...ids, env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    const done = (code) => {
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
  for (const child of running) child.kill('SIGTERM');
}
