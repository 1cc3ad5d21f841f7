import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AggregationResult } from '@/core/model';
import { isCommand } from '@/negotiation/command';
import { pseudonymOf } from '../../db/pseudonyms';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import {
  accountOf,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../../testing/negotiation';

/** product.md §2, row "who is in a coalition": who is behind a pair's sums, and to whom it is told. */
const file = exampleFile('frontier-training');
const PAIR = { basis: 'stated', over: 'licensed-scaling', under: 'race' } as const;
const READERS = ['lab-aurora', 'facilitator', 'auditor', 'observer'] as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

async function does(negotiation: string, value: unknown): Promise<void> {
  const actor = await pseudonymOf(store, negotiation, await accountOf(store, 'facilitator'));
  if (actor === null || !isCommand(value)) throw new Error('no command');
  const answer = await store.appender.append({ log: negotiation, actor, command: value });
  if (!answer.ok) throw new Error(answer.error.message.text);
  await settleStanding(store, negotiation);
}

const callers = () => Promise.all(READERS.map(async (key) => callerFor(store, await people(store)(key))));

function supporters({ profiles }: AggregationResult) {
  return profiles.find(({ id }) => id === PAIR.over)?.coalition ?? null;
}

describe('the two coalitions of a pair', () => {
  it('are those of the standing, for every reader of an open negotiation', async () => {
    await playedNegotiation(store, 'open', file, { mode: 'open' });
    for (const call of await callers()) {
      const { result } = await call.standing.get({ negotiation: 'open', basis: 'stated' });
      const pair = await call.standing.pair({ negotiation: 'open', ...PAIR });
      expect(pair?.detail?.prefer).toEqual(supporters(result));
      expect(pair?.detail?.prefer.necessary).toHaveLength(pair?.prefer.necessary.members ?? 0);
      expect(pair?.detail?.prefer.necessary).not.toEqual([]);
    }
  });

  it('are told of a sealed round from its close on, as of the close', async () => {
    await playedNegotiation(store, 'sealed', file, { mode: 'sealed' });
    const asked = { negotiation: 'sealed', ...PAIR };
    for (const call of await callers()) await expect(call.standing.pair(asked)).rejects.toThrow();
    await does('sealed', { kind: 'closeRound' });
    const [first, ...others] = await callers();
    const closed = await first?.standing.pair(asked);
    expect(closed?.detail?.prefer.necessary).toContain('lab-aurora');
    await does('sealed', { kind: 'openRound', deadline: null });
    await first?.ballot.cast({
      negotiation: 'sealed',
      stakeholder: 'lab-aurora',
      idempotencyKey: 'another mind',
      scores: { race: 100, 'licensed-scaling': 0 },
    });
    await settleStanding(store, 'sealed');
    for (const call of others) expect(await call.standing.pair(asked)).toEqual(closed);
  });

  it('are told to nobody in private mode', async () => {
    await playedNegotiation(store, 'private', file, { mode: 'private' });
    await does('private', { kind: 'closeRound' });
    for (const call of await callers()) {
      const pair = await call.standing.pair({ negotiation: 'private', ...PAIR });
      expect(pair?.prefer.necessary.members).toBeGreaterThan(0);
      expect(pair?.detail).toBeNull();
      for (const { id } of file.stakeholders) expect(JSON.stringify(pair)).not.toContain(id);
    }
  });
});
