import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ask } from '../scripts/postgres-question.mjs';
import { onDemoServer } from './demo-server';
import type { Benchmark, Row } from './measure';
import { signIn } from './signed-in';

const SECONDS = 4;
const RUNS = 5;
const PEER_TABLES = ['event', 'tree_node', 'checkpoint', 'idempotency', 'ballot'];

const demo = z.object({
  stakeholders: z.array(z.object({ id: z.string() })),
  profiles: z.array(z.object({ id: z.string() })),
});

interface Delegate {
  readonly stakeholder: string;
  readonly cookie: string;
}

/** Ballots acknowledged with so many people casting one after the other; milliseconds per ballot. */
async function cast(
  url: string,
  delegates: readonly Delegate[],
  profiles: readonly string[],
  clients: number,
) {
  const began = performance.now();
  let acknowledged = 0;
  const one = async (client: number) => {
    const { stakeholder, cookie } = delegates[client % delegates.length] ?? { stakeholder: '', cookie: '' };
    for (let turn = 0; performance.now() - began < SECONDS * 1000; turn++) {
      const best = 20 + ((client * 7 + turn) % 60);
      const answer = await fetch(`${url}/api/trpc/ballot.cast`, {
        method: 'POST',
        headers: { cookie, origin: url, 'content-type': 'application/json' },
        body: JSON.stringify({
          negotiation: 'frontier-training',
          stakeholder,
          scores: Object.fromEntries(profiles.map((id) => [id, [best - 10, best, best + 10]])),
          idempotencyKey: `bench-${client}-${turn}-${Math.round(began)}`,
        }),
      });
      if (answer.status !== 200) throw new Error(`ballot.cast: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      acknowledged++;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return (performance.now() - began) / acknowledged;
}

/** The same rows on the same server; `null` where this machine has no pgbench. */
function pgbench(url: string, clients: number): number | null {
  const words = ['-n', '-M', 'prepared', '-f', 'bench/append-rows.sql', '-T', String(SECONDS)];
  words.push('-c', String(clients), '-j', String(Math.min(2, clients)), url);
  const { status, stdout, stderr, error } = spawnSync('pgbench', words, { encoding: 'utf8' });
  if (error) return null;
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (status !== 0 || tps === undefined) throw new Error(`pgbench: ${stderr}`);
  return 1000 / Number(tps);
}

async function compare(
  url: string,
  databaseUrl: string,
  clients: number,
  delegates: readonly Delegate[],
  profiles: readonly string[],
): Promise<Row> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    mine.push(await cast(url, delegates, profiles, clients));
    const peer = pgbench(databaseUrl, clients);
    if (peer !== null) theirs.push(peer);
  }
  return {
    work: `a ballot cast through the HTTP API, durable, ${clients} client${clients === 1 ? '' : 's'}`,
    ours: { name: 'ballot.cast', runs: mine },
    peer: theirs.length > 0 ? { name: 'pgbench, the same rows', runs: theirs } : null,
    note: theirs.length > 0 ? 'ratio at most 4.0 ×' : 'no pgbench on this machine to compare with',
  };
}

/** performance.md §3. Client, server and database share this machine's cores. */
export const benchmark: Benchmark = () =>
  onDemoServer(
    async (databaseUrl) => {
      await ask(databaseUrl, 'CREATE SEQUENCE bench_position');
      for (const table of PEER_TABLES)
        await ask(databaseUrl, `CREATE TABLE bench_${table} (LIKE ${table} INCLUDING INDEXES)`);
    },
    async (url, databaseUrl) => {
      const file = demo.parse(JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8')));
      const delegates: Delegate[] = [];
      for (const { id } of file.stakeholders) {
        delegates.push({ stakeholder: id, cookie: await signIn(url, `${id}@demo.example`, 'parley-demo') });
      }
      const profiles = file.profiles.map(({ id }) => id);
      const rows: Row[] = [];
      for (const clients of [1, 10, 50])
        rows.push(await compare(url, databaseUrl, clients, delegates, profiles));
      return rows;
    },
  );
