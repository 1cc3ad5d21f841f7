import { onDemoServer } from './demo-server';
import { type Benchmark, type Row, sideBySide } from './measure';
import { signIn } from './signed-in';
import { storeHistory } from './stored-history';

const LONG = Number(process.env['PARLEY_BENCH_EVENTS'] ?? 100_000);
const SHORT = 1_000;
const FACILITATOR = 'facilitator@demo.example';

type Query = Readonly<Record<string, string | number>>;

/** What a reader looks for, and what is rare: ten closes, a stakeholder and a pseudonym of 300, a minute. */
const LOOKS: readonly (readonly [work: string, query: Query])[] = [
  ['the newest page', { order: 'newest' }],
  ['a page in the middle', { order: 'newest', from: SHORT / 2 }],
  ['one type, the rounds closed', { type: 'round.closed' }],
  ['one stakeholder', { stakeholder: 's17' }],
  ['one pseudonym', { actor: 'u_delegate17' }],
  ['a minute', { since: '2026-01-01T00:10:00.000Z', until: '2026-01-01T00:11:00.000Z' }],
];

async function get(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

function list(log: string, query: Query): string {
  const input = encodeURIComponent(JSON.stringify({ negotiation: log, ...query }));
  return `/api/trpc/history.list?input=${input}`;
}

/**
 * A server that has just started on a log without a snapshot reads it through for the first who asks, and answers of
 * other negotiations go on meanwhile: one look, since a server starts once.
 */
async function coldStart(url: string, cookie: string, size: number): Promise<Row[]> {
  await get(url + list('short', {}), cookie);
  let reading = true;
  const timed = async (log: string) => {
    const began = performance.now();
    await get(url + list(log, {}), cookie);
    return performance.now() - began;
  };
  const first = timed('long').finally(() => {
    reading = false;
  });
  const meanwhile: number[] = [];
  while (reading) meanwhile.push(await timed('short'));
  const work = `the first answer of ${size.toLocaleString('en')} events after a start without a snapshot`;
  return [
    {
      work,
      ours: { name: 'over HTTP', runs: [await first] },
      peer: { name: 'another negotiation meanwhile, the slowest', runs: [Math.max(...meanwhile)] },
      note: 'others do not wait for it',
    },
  ];
}

/** Each look at a long history beside the same look at a short one, on the same server: it should not grow with it. */
export const benchmark: Benchmark = () =>
  onDemoServer(
    async (databaseUrl) => {
      await storeHistory(databaseUrl, 'short', SHORT, FACILITATOR);
      return storeHistory(databaseUrl, 'long', LONG, FACILITATOR);
    },
    async (url, _databaseUrl, size) => {
      const cookie = await signIn(url, FACILITATOR, 'parley-demo');
      const rows: Row[] = await coldStart(url, cookie, size);
      const beside = (work: string, address: (log: string) => string) =>
        sideBySide(
          `${work}, of ${size.toLocaleString('en')} events`,
          ['over HTTP', () => get(address('long'), cookie)],
          [`of ${SHORT.toLocaleString('en')}`, () => get(address('short'), cookie)],
          'does not grow with the log',
        );
      rows.push(await beside('the history page', (log) => `${url}/n/${log}/history`));
      for (const [work, query] of LOOKS) {
        rows.push(await beside(work, (log) => url + list(log, query)));
      }
      return rows;
    },
  );
