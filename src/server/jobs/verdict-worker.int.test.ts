import { afterAll, beforeAll, expect, it } from 'vitest';
import { standingsOf } from '@/negotiation/result';
import type { NegotiationState } from '@/negotiation/state';
import type { Store } from '../db/store';
import { Hub } from '../live/hub';
import { gather } from '../testing/big-crowd';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { exampleFile, playedNegotiation } from '../testing/negotiation';
import type { ComputeVerdicts } from './compute';
import { StandingThreads } from './standing-threads';
import { prepareVerdicts } from './verdict-worker';

let database: TestDatabase;
let store: Store;
const threads = new StandingThreads(2);
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(async () => {
  await threads.stop();
  await database.drop();
});

it('prepares the verdicts of a big open negotiation once somebody watches it, and of no other', async () => {
  await gather(store, 'big');
  await playedNegotiation(store, 'small', exampleFile('frontier-training'));
  const computed: [NegotiationState, Awaited<ReturnType<ComputeVerdicts>>][] = [];
  const compute: ComputeVerdicts = async (state, openings) => {
    const verdicts = await threads.verdicts(state, openings);
    computed.push([state, verdicts]);
    return verdicts;
  };
  const hub = new Hub(store);
  const prepared: Promise<void>[] = [];
  hub.onOpened((log) => prepared.push(prepareVerdicts(store, compute, log)));
  const watcher = { wake: () => undefined, doubt: () => undefined };
  for (const log of ['big', 'small', 'big']) await hub.watch(log, null, watcher);
  await Promise.all(prepared);
  expect(prepared).toHaveLength(2);
  expect(computed.map(([{ log }]) => log)).toEqual(['big']);
  const [[state, verdicts] = []] = computed;
  const whole = state && standingsOf(state);
  expect(verdicts?.stated).toEqual({
    basis: 'stated',
    profiles: whole?.stated.profiles.map(({ id, verdict }) => ({ id, verdict })),
  });
});
