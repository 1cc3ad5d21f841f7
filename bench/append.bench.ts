import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type CastLoad, type Delegate, withCastLoad } from './cast-load';
import { onDemoServer } from './demo-server';
import type { Benchmark, Row } from './measure';
import { makePeerTables, pgbench } from './peer-inserts';
import { signIn } from './signed-in';

const SECONDS = 4;
const RUNS = 5;

const demo = z.object({
  stakeholders: z.array(z.object({ id: z.string() })),
  profiles: z.array(z.object({ id: z.string() })),
});

async function compare(url: string, databaseUrl: string, clients: number, cast: CastLoad): Promise<Row> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    mine.push(await cast(url, clients, SECONDS));
    const peer = pgbench(databaseUrl, clients, SECONDS);
    if (peer !== null) theirs.push(peer);
  }
  return {
    work: `a ballot cast through the HTTP API, durable, ${clients} client${clients === 1 ? '' : 's'}`,
    ours: { name: 'ballot.cast', runs: mine },
    peer: theirs.length > 0 ? { name: 'pgbench, the same rows', runs: theirs } : null,
    goal: { of: 'ratio', atMost: 4 },
    note: theirs.length > 0 ? '' : 'no pgbench on this machine to compare with',
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
    return withCastLoad(delegates, profiles, async (cast) => {
      for (const clients of [10, 1, 1]) await cast(url, clients, SECONDS);
      const rows: Row[] = [];
      for (const clients of [1, 10, 50]) rows.push(await compare(url, databaseUrl, clients, cast));
      return rows;
    });
  });
