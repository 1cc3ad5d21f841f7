import { type DemoServer, onDemoDatabase, onServer } from './demo-server';
import { type Benchmark, type Row, sideBySide } from './measure';
import { signIn } from './signed-in';
import { storeHistory, withStandings } from './stored-history';

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
async function coldStart({ url, processorTime }: DemoServer, cookie: string, what: string): Promise<Row[]> {
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
  const taken = processorTime();
  const rows: Row[] = [
    {
      work: `the first answer after a start with ${what}`,
      ours: { name: 'over HTTP', runs: [await first] },
      peer: { name: 'another negotiation meanwhile, the slowest', runs: [Math.max(...meanwhile)] },
      note: 'others do not wait for it',
    },
  ];
  if (taken !== null)
    rows.push({
      work: `the server's processor time until then, its start and sign-in too`,
      ours: { name: 'all its threads', runs: [taken] },
      peer: null,
      note: 'says more than the clock on a busy machine',
    });
  return rows;
}

/** Each look at a long history beside the same look at a short one, on the same server: it should not grow with it. */
async function looks({ url }: DemoServer, cookie: string, size: number): Promise<Row[]> {
  const beside = (work: string, address: (log: string) => string) =>
    sideBySide(
      `${work}, of ${size.toLocaleString('en')} events`,
      ['over HTTP', () => get(address('long'), cookie)],
      [`of ${SHORT.toLocaleString('en')}`, () => get(address('short'), cookie)],
      'does not grow with the log',
    );
  const rows = [await beside('the history page', (log) => `${url}/n/${log}/history`)];
  for (const [work, query] of LOOKS) rows.push(await beside(work, (log) => url + list(log, query)));
  return rows;
}

export const benchmark: Benchmark = () =>
  onDemoDatabase(async (place) => {
    await storeHistory(place.databaseUrl, 'short', SHORT, FACILITATOR);
    const size = await storeHistory(place.databaseUrl, 'long', LONG, FACILITATOR);
    const bare = await onServer(place, async (server) => {
      const cookie = await signIn(server.url, FACILITATOR, 'parley-demo');
      return coldStart(server, cookie, 'neither snapshot nor standings');
    });
    await withStandings(place.databaseUrl);
    return onServer(place, async (server) => {
      const cookie = await signIn(server.url, FACILITATOR, 'parley-demo');
      const cold = await coldStart(server, cookie, 'standings and no snapshot');
      return [...bare, ...cold, ...(await looks(server, cookie, size))];
    });
  });
