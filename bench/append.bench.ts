import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { onDemoServer } from './demo-server';
import { KeepAlive } from './keep-alive';
import type { Benchmark, Row } from './measure';
import { makePeerTables, pgbench } from './peer-inserts';
import { signIn } from './signed-in';

const SECONDS = 4;
const RUNS = 5;

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
    const connection = new KeepAlive(url);
    for (let turn = 0; performance.now() - began < SECONDS * 1000; turn++) {
      const best = 20 + ((client * 7 + turn) % 60);
      const ballot = JSON.stringify({
        negotiation: 'frontier-training',
        stakeholder,
        scores: Object.fromEntries(profiles.map((id) => [id, [best - 10, best, best + 10]])),
        idempotencyKey: `bench-${client}-${turn}-${Math.round(began)}`,
      });
      const { status, text } = await connection.post('/api/trpc/ballot.cast', cookie, ballot);
      if (status !== 200) throw new Error(`ballot.cast: ${status} ${text}`);
      acknowledged++;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return (performance.now() - began) / acknowledged;
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
    const peer = pgbench(databaseUrl, clients, SECONDS);
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
  onDemoServer(makePeerTables, async (url, databaseUrl) => {
    const file = demo.parse(JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8')));
    const delegates: Delegate[] = [];
    for (const { id } of file.stakeholders) {
      delegates.push({ stakeholder: id, cookie: await signIn(url, `${id}@demo.example`, 'parley-demo') });
    }
    const profiles = file.profiles.map(({ id }) => id);
    // A server that has just started has compiled little: the first dozen seconds do not count.
    for (const clients of [10, 1, 1]) await cast(url, delegates, profiles, clients);
    const rows: Row[] = [];
    for (const clients of [1, 10, 50])
      rows.push(await compare(url, databaseUrl, clients, delegates, profiles));
    return rows;
  });
