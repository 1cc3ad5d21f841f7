/**
 * How a script ends: what was opened is closed, newest first, within a deadline, whether the script came to its
 * end, failed, or was interrupted. A terminal sends SIGINT to the whole process group and npm passes it on again,
 * so every signal after the first is ignored.
 */
import { Failure } from './failure.mjs';
import { killRunning } from './run.mjs';

/** Ctrl-C stops all of it within five seconds; what is left then is taken over by the next start. */
const DEADLINE_MS = 4700;

const closers = [];
let ending = null;

/** Has `close` called at the end; the function returned takes it off again. */
export function atEnd(close) {
  closers.push(close);
  return () => {
    const i = closers.indexOf(close);
    if (i >= 0) closers.splice(i, 1);
  };
}

async function closeAll() {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
    }
  }
}

/** Closes everything and leaves with `code`. */
export function end(code) {
  ending ??= (async () => {
    setTimeout(() => process.exit(code), DEADLINE_MS).unref();
    killRunning();
    await closeAll();
    process.exit(code);
  })();
  return ending;
}

/** Whether the script is on its way out: a child that ends now was ended by us. */
export const isEnding = () => ending !== null;

/** Runs a script's body; `interrupted` is the exit code after Ctrl-C. */
export async function script(body, { interrupted = 130 } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(interrupted));
  let code = 1;
  try {
    code = (await body()) ?? 0;
  } catch (error) {
    if (!isEnding()) console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
  await end(code);
}
