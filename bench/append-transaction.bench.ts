import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isCommand } from '@/negotiation/command';
import { openStore, type Store } from '@/server/db/store';
import { onDemoDatabase } from './demo-server';
import type { Benchmark, Row } from './measure';
import { makePeerTables, pgbench } from './peer-inserts';

const SECONDS = 4;
const RUNS = 5;
const LOG = 'frontier-training';

const demo = z.object({ profiles: z.array(z.object({ id: z.string() })) });

interface Delegate {
  readonly stakeholder: string;
  readonly actor: string;
  readonly userId: string;
}

async function delegatesOf(store: Store): Promise<Delegate[]> {
  const { rows } = await store.pool.query<{ email: string; actor: string; user_id: string }>(
    `SELECT u.email, p.pseudonym AS actor, p.user_id FROM pseudonym p JOIN "user" u ON u.id = p.user_id WHERE p.log = $1`,
    [LOG],
  );
  const state = (await store.states.newest(LOG))?.state;
  return rows.flatMap(({ email, actor, user_id: userId }) => {
    const stakeholder = email.split('@')[0] ?? '';
    return state?.stakeholders.some(({ id }) => id === stakeholder) ? [{ stakeholder, actor, userId }] : [];
  });
}

/** Ballots appended, durable and signed, with so many waiting at once; milliseconds per ballot. */
async function append(
  store: Store,
  delegates: readonly Delegate[],
  profiles: readonly string[],
  clients: number,
): Promise<number> {
  const began = performance.now();
  let appended = 0;
  const one = async (client: number) => {
    const delegate = delegates[client % delegates.length];
    if (delegate === undefined) throw new Error('the demonstration has no delegates');
    const { stakeholder, actor, userId } = delegate;
    for (let turn = 0; performance.now() - began < SECONDS * 1000; turn++) {
      const best = 20 + ((client * 7 + turn) % 60);
      const scores = Object.fromEntries(profiles.map((id) => [id, [best - 10, best, best + 10]]));
      const command: unknown = { kind: 'castBallot', stakeholder, ballot: { scores } };
      if (!isCommand(command)) throw new Error('that is no command');
      const key = { userId, key: `bench-${client}-${turn}-${Math.round(began)}`, body: String(best) };
      const answer = await store.appender.append({ log: LOG, actor, command, key });
      if (!answer.ok) throw new Error(answer.error.message.text);
      appended += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return (performance.now() - began) / appended;
}

/**
 * The append alone, without HTTP: lock, decision, event, tree nodes, projections, commit, signature. No server runs
 * beside it; this process and the database share the machine's cores.
 */
export const benchmark: Benchmark = () =>
  onDemoDatabase(async ({ databaseUrl, dataFolder }) => {
    await makePeerTables(databaseUrl);
    const file = demo.parse(JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8')));
    const profiles = file.profiles.map(({ id }) => id);
    const store = openStore({ url: databaseUrl, dataFolder, host: 'localhost' });
    try {
      const delegates = await delegatesOf(store);
      const rows: Row[] = [];
      for (const clients of [1, 10, 50]) {
        const [mine, theirs]: [number[], number[]] = [[], []];
        for (let run = 0; run < RUNS; run++) {
          mine.push(await append(store, delegates, profiles, clients));
          const peer = pgbench(databaseUrl, clients, SECONDS);
          if (peer !== null) theirs.push(peer);
        }
        rows.push({
          work: `a ballot appended without HTTP, durable, ${clients} client${clients === 1 ? '' : 's'}`,
          ours: { name: 'append', runs: mine },
          peer: theirs.length > 0 ? { name: 'pgbench, the same rows', runs: theirs } : null,
          note:
            theirs.length > 0
              ? 'the share of the append in a ballot over HTTP'
              : 'no pgbench on this machine',
        });
      }
      return rows;
    } finally {
      await store.close();
    }
  });
