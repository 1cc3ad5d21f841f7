import { join } from 'node:path';
import { aggregate } from '@/core/aggregate';
import { RunningResult } from '@/core/incremental/running-result';
import type { Ballot } from '@/core/model';
import { openStore } from '@/server/db/store';
import { gatherCrowd } from './crowd';
import { type DemoServer, onDemoDatabase, onServer } from './demo-server';
import { type Heard, type Load, measureLive } from './live-load';
import { type Benchmark, type Row, sideBySide } from './measure';
import { randomNegotiation } from './random-negotiation';
import { signIn } from './signed-in';

const N = 1_000;
const M = 64;
const STREAMS = 500;
const PER_SECOND = 50;
const SECONDS = Number(process.env['PARLEY_BENCH_SECONDS'] ?? 5);
const RUNS = 5;

/** The same ballot with another score of one profile: another profile each time. */
function withOneScore(ballot: Ballot, turn: number): Ballot {
  if (ballot.content.kind !== 'scores') throw new Error('a random ballot has scores');
  const low = (turn * 700) % 8_000;
  const scores = new Map(ballot.content.scores).set(1 + (turn % (M - 1)), [low, low + 500, low + 1_500]);
  return { ...ballot, content: { kind: 'scores', scores } };
}

/** performance.md §1: one ballot changed, beside all made anew. */
async function computed(): Promise<Row[]> {
  const negotiation = randomNegotiation(N, M, 20_261_124);
  const others = randomNegotiation(N, M, 7).ballots;
  const running = new RunningResult(negotiation);
  const anew = () => aggregate(negotiation, { basis: 'stated' });
  let turn = 0;
  const ballotOf = (from: readonly Ballot[]) => {
    const ballot = from[(turn * 31) % from.length];
    if (ballot === undefined) throw new Error('a random negotiation has ballots');
    turn += 1;
    return ballot;
  };
  const change = (ballot: Ballot) => running.replace(ballot.stakeholder, ballot);
  const rows: Row[] = [];
  for (const [what, work] of [
    ['verdicts after another ballot', () => [change(ballotOf(others)), running.verdicts('stated')]],
    ['result after another ballot', () => [change(ballotOf(others)), running.result('stated')]],
    [
      'result after another score of one profile',
      () => [change(withOneScore(ballotOf(negotiation.ballots), turn)), running.result('stated')],
    ],
  ] as const) {
    rows.push(
      await sideBySide(
        `${what}, n = ${N}, m = ${M}`,
        ['running result', work],
        ['aggregate', anew],
        '',
        undefined,
        15,
      ),
    );
  }
  return rows;
}

/** performance.md §1 and §3: 500 streams while 50 ballots a second are cast. Clients share the machine's cores. */
async function live(server: DemoServer, load: Omit<Load, 'url'>): Promise<Row[]> {
  const heard: Heard[] = [];
  const processor: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = server.processorTime();
    const began = performance.now();
    heard.push(await measureLive({ ...load, url: server.url }));
    const after = server.processorTime();
    if (before !== null && after !== null) processor.push((after - before) / (performance.now() - began));
  }
  const work = `n = ${N}, m = ${M}, ${PER_SECOND} ballots/s, ${STREAMS} live streams`;
  const row = (what: string, of: (each: Heard) => number, note = ''): Row => ({
    work: `${what}: ${work}`,
    ours: { name: what, runs: heard.map(of) },
    peer: null,
    note,
  });
  return [
    row('ballot sent to acknowledged, p95', ({ acknowledged }) => acknowledged.p95),
    row('ballot sent to message, p50', ({ told }) => told.p50),
    {
      ...row('ballot sent to message, p95', ({ told }) => told.p95, 'over all ballots and streams'),
      goal: { of: 'ours', atMost: 50 },
    },
    row('ballot acknowledged to message, p95', ({ toldAfter }) => toldAfter.p95),
    { ...row('ballots a message tells of', ({ ballots, messages }) => ballots / messages), unit: '' },
    {
      ...row('messages astray', ({ astray }) => astray, 'twice, out of order or missing, over all streams'),
      unit: '',
      goal: { of: 'ours', atMost: 0 },
    },
    ...(processor.length === 0
      ? []
      : [
          {
            work: `processors that the server takes: ${work}`,
            ours: { name: 'all its threads', runs: processor },
            peer: null,
            unit: '' as const,
            note: 'without the database and the clients',
          },
        ]),
  ];
}

export const benchmark: Benchmark = async () => {
  const rows = await computed();
  return onDemoDatabase(async (place) => {
    const store = openStore({ url: place.databaseUrl, dataFolder: place.dataFolder, host: 'localhost' });
    const crowd = await gatherCrowd(store, 'crowd', N, M, 50).finally(() => store.close());
    return onServer(place, async (server) => {
      const cookies = new Map<string, string>();
      for (const { email } of crowd.delegates) {
        if (!cookies.has(email)) cookies.set(email, await signIn(server.url, email, 'parley-demo'));
      }
      const file = join(place.folder, 'streams.json');
      const load = { crowd, cookies, streams: STREAMS, perSecond: PER_SECOND, seconds: SECONDS, file };
      return [...rows, ...(await live(server, load))];
    });
  });
};
