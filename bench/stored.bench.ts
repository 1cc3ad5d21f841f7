import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLogLock } from '@/server/db/log-lock';
import { givePseudonym } from '@/server/db/pseudonyms';
import { readStanding } from '@/server/db/standings';
import { openStore, type Store } from '@/server/db/store';
import { bringUpToDate } from '@/server/jobs/bring-up-to-date';
import type { Compute } from '@/server/jobs/compute';
import { StandingThreads } from '@/server/jobs/standing-threads';
import { openDataFolder } from '../scripts/data-folder.mjs';
import { migrate } from '../scripts/migrations.mjs';
import { openPostgres } from '../scripts/postgres.mjs';
import { anyBallot, gatherCrowd } from './crowd';
import type { Benchmark, Row } from './measure';

const N = 1_000;
const M = 64;
const LOG = 'crowd';
const TURNS = 15;
const EMAILS = ['facilitator@demo.example', 'delegate@demo.example'];

type Scores = Readonly<Record<string, readonly number[]>>;

/** What storing the results of one position took. */
interface Stored {
  /** Milliseconds of the whole step, and without computing and making texts. */
  readonly took: number;
  readonly rest: number;
  /** Milliseconds of reading it afterwards. */
  readonly read: number;
  /** Megabytes of write-ahead log. */
  readonly written: number;
}

async function writtenUpTo({ pool }: Store): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text AS bytes",
  );
  return Number(rows[0]?.bytes);
}

async function settle(store: Store, compute: Compute): Promise<Stored> {
  let computing = 0;
  const timed: Compute = async (...asked) => {
    const began = performance.now();
    const answer = await compute(...asked);
    computing += performance.now() - began;
    return answer;
  };
  const before = await writtenUpTo(store);
  const began = performance.now();
  await withLogLock(store.pool, 'standing', LOG, (client) => bringUpToDate(store, timed, client, LOG));
  const took = performance.now() - began;
  const written = ((await writtenUpTo(store)) - before) / 1e6;
  const readFrom = performance.now();
  await readStanding(store.pool, LOG, 'stated', 2 ** 31 - 1);
  return { took, rest: took - computing, read: performance.now() - readFrom, written };
}

/** By turns a ballot of which one score is another, and one of which all are. */
async function measure(store: Store): Promise<Row[]> {
  const accounts = EMAILS.map((email) => ({ id: randomUUID(), email, name: email, passwordHash: 'none' }));
  await store.prisma.user.createMany({ data: accounts });
  const { delegates, profiles } = await gatherCrowd(store, LOG, N, M, EMAILS.length);
  const seat = delegates[0];
  const account = accounts.find(({ email }) => email === seat?.email);
  if (seat === undefined || account === undefined) throw new Error('the crowd has no delegate');
  const { stakeholder } = seat;
  const actor = await givePseudonym(store, LOG, account.id);
  const threads = new StandingThreads(1);
  const cast = async (scores: Scores) => {
    const ballot = { scores };
    const command = { kind: 'castBallot', stakeholder, ballot } as const;
    const answer = await store.appender.append({ log: LOG, actor, command });
    if (!answer.ok) throw new Error(answer.error.message.text);
    return settle(store, threads.compute);
  };
  const withOneScore = (scores: Scores, turn: number): Scores => {
    const low = (turn * 17) % 80;
    return { ...scores, [profiles[1 + ((turn * 5) % (M - 1))] ?? '']: [low, low + 5, low + 15] };
  };
  const one: Stored[] = [];
  const all: Stored[] = [];
  // The first two make the thread and the database ready.
  for (let turn = -2; turn < TURNS; turn++) {
    const scores = anyBallot(profiles, turn + 2);
    const stored = [await cast(scores), await cast(withOneScore(scores, turn + 2))] as const;
    if (turn < 0) continue;
    all.push(stored[0]);
    one.push(stored[1]);
  }
  await threads.stop();
  const work = (what: string) => `${what}, n = ${N}, m = ${M}`;
  return [...rowsOf(work('another score of one profile'), one), ...rowsOf(work('every score another'), all)];
}

function rowsOf(work: string, stored: readonly Stored[]): Row[] {
  const row = (what: string, of: (each: Stored) => number, unit: 'ms' | 'MB'): Row => ({
    work: `${what}: ${work}`,
    ours: { name: what, runs: stored.map(of) },
    peer: null,
    unit,
    note: '',
  });
  return [
    row('result made and stored', ({ took }) => took, 'ms'),
    row('of it storing', ({ rest }) => rest, 'ms'),
    row('read', ({ read }) => read, 'ms'),
    row('written to the database', ({ written }) => written, 'MB'),
  ];
}

/** What a new result costs the database, of a negotiation as large as performance.md speaks of. */
export const benchmark: Benchmark = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  chmodSync(folder, 0o711);
  const data = openDataFolder(join(folder, 'data'));
  const postgres = await openPostgres(data);
  try {
    await migrate(postgres.url('parley'));
    const store = openStore({ url: postgres.url('parley'), dataFolder: data.path, host: 'localhost' });
    return await measure(store).finally(() => store.close());
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
