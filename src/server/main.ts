/** The server's process: settings, start, and a stop that nobody has to wait for. */
import { isMainThread } from 'node:worker_threads';
import { env, SettingsError } from './env';
import { logger } from './logger';
import { isCode } from './process/data-file';
import { type RunningServer, startServer } from './running';

/** Whatever hangs, the process is gone by then. */
const LAST_MOMENT_MS = 2_800;

async function main(): Promise<void> {
  const settings = env();
  const server = await startServer(settings);
  stopOnSignals(server);
  process.stdout.write(`Parley is ready at ${server.address}\n`);
}

function stopOnSignals(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    // Ctrl-C reaches the whole group as SIGINT, and npm start passes SIGTERM on: one stop, which ends in any case.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger().error({ err: error }, 'the server did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One clear sentence for what whoever starts the server can mend; a stack for our own faults. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const port = process.env['PORT'] ?? '3000';
  if (isCode(error, 'EADDRINUSE'))
    return `Port ${port} is in use. Stop what listens there, or set PORT to another.`;
  if (isCode(error, 'EACCES'))
    return `No permission: ${messageOf(error)}. Mind PORT (below 1024?) and PARLEY_DATA.`;
  if (isCode(error, 'ENOSPC')) return `The disk of PARLEY_DATA is full: ${messageOf(error)}.`;
  if (isCode(error, 'EROFS')) return `PARLEY_DATA cannot be written: ${messageOf(error)}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// The bundle is also what the server's threads are started from.
if (isMainThread)
  main().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  });
