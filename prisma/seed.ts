/** Loads the demonstration where PARLEY_DEMO is on, and does nothing elsewhere. Run again at every start. */
import { store } from '@/server/db/store';
import { loadDemo } from '@/server/demo/load';
import { env } from '@/server/env';

async function seed(): Promise<void> {
  if (!env().PARLEY_DEMO) return;
  const opened = store();
  try {
    await loadDemo(opened);
  } finally {
    await opened.close();
  }
}

seed().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
