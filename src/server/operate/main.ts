/** `parley fsck`: whether the database is what its own logs say (docs/backup.md). For whoever runs the server. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { everyLog } from '../db/repair';
import { openStore, type Store } from '../db/store';
import { env, SettingsError } from '../env';
import { fsck } from './fsck';

const HELP = `parley fsck [--log ID]… [--repair] [--json]

Run on the server, with its settings. Reads every log from its first event: bytes, positions, rules, results, tree
nodes, checkpoints, texts and sealed ballots beside the log, the largest signed size; rebuilds every projection and
stored result apart, and compares row by row. Each difference is a line: table, key, what is stored, what should be.

  --log ID   only this log, any number of times
  --repair   puts projections, missing tree nodes and heads right; events, checkpoints, texts and sealed ballots are
             never touched. Appends of a log wait while it is repaired; a running server goes on afterwards.
  --json     one line of JSON (parley-fsck/1)

Exit status: 0 all is sound, or is now; 1 something differs; 2 it could not be checked.
`;

/** The exit status. */
export async function main(args: string[]): Promise<number> {
  try {
    const option = {
      log: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    } as const;
    const flags = { repair: { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: args.slice(1), options: { ...option, ...flags }, strict: true });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    return await withStore((store, host) => run(store, host, values));
  } catch (error) {
    process.stderr.write(`parley fsck: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function withStore(work: (store: Store, host: string) => Promise<number>): Promise<number> {
  const { DATABASE_URL, PARLEY_DATA, PARLEY_HOST, PARLEY_SIGNING_KEY, PARLEY_PREVIOUS_SIGNING_KEY } = env();
  if (PARLEY_SIGNING_KEY === undefined && !existsSync(path.resolve(PARLEY_DATA, 'signing-key'))) {
    throw new SettingsError(
      `there is no signing key in ${PARLEY_DATA}: set PARLEY_DATA as the server has it`,
    );
  }
  const store = openStore({
    url: DATABASE_URL,
    dataFolder: PARLEY_DATA,
    host: PARLEY_HOST,
    signingKey: PARLEY_SIGNING_KEY,
    previousKeys: PARLEY_PREVIOUS_SIGNING_KEY,
  });
  try {
    return await work(store, PARLEY_HOST);
  } finally {
    await store.close();
  }
}

async function run(
  store: Store,
  host: string,
  { log = [], repair = false, json = false }: { log?: string[]; repair?: boolean; json?: boolean },
): Promise<number> {
  const client = await store.pool.connect();
  const known = await everyLog(client).finally(() => client.release());
  const unknown = log.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new SettingsError(`there is no log ${unknown.join(', ')}`);
  const report = await fsck(store, { host, logs: log.length > 0 ? log : known, repair });
  process.stdout.write(json ? `${JSON.stringify({ format: 'parley-fsck/1', ...report })}\n` : asText(report));
  return report.sound ? 0 : 1;
}

function asText({ logs, mended, sound }: Awaited<ReturnType<typeof fsck>>): string {
  const lines = logs.flatMap(({ log, events, differences, notes }) => [
    `${log}: ${events} events, ${differences.length === 0 ? 'all sound' : `${differences.length} differences`}`,
    ...differences.map(({ table, key, sentence }) => `  ${table} ${key}: ${sentence}`),
    ...notes.map((note) => `  note: ${note}`),
  ]);
  if (mended > 0) lines.push(`${mended} differences were put right`);
  return `${[...lines, sound ? 'all sound' : 'NOT SOUND', ''].join('\n')}`;
}
