import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '@/ledger/checkpoint';
import { equalBytes, utf8 } from '@/ledger/hash';
import { leafHash, type NodeAddress, nodeHash, treeHash } from '@/ledger/tree';
import { isCommand } from '@/negotiation/command';
import { parseEvent } from '@/negotiation/events/event';
import { replay } from '@/negotiation/evolve';
import { standingsOf } from '@/negotiation/result';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { accountOf, exampleFile, playedNegotiation, settleStanding } from '../../testing/negotiation';
import { pseudonymOf } from '../pseudonyms';
import { readStanding } from '../standings';
import type { Store } from '../store';

const LOG = 'summit';
const BALLOTS = 200;
const CLIENTS = 10;

let database: TestDatabase;
let one: Store & { dataFolder: string };
let two: Store;

beforeAll(async () => {
  database = await freshDatabase();
  one = database.open();
  two = database.open(one.dataFolder);
  await playedNegotiation(one, LOG, exampleFile('frontier-training'));
});
afterAll(() => database.drop());

async function eventTexts(): Promise<string[]> {
  const { rows } = await one.pool.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 ORDER BY position',
    [LOG],
  );
  return rows.map((row) => row.bytes);
}

/** MTH of RFC 9162 §2.1.1 as it is defined, from the leaves. */
function slowTreeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) throw new Error('no leaves');
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(slowTreeHash(leaves.slice(0, split)), slowTreeHash(leaves.slice(split)));
}

/** A ballot of some stakeholder by its own delegate, through one of the two servers. */
async function cast(store: Store, stakeholder: string, best: number, key: string) {
  const userId = await accountOf(store, stakeholder);
  const actor = await pseudonymOf(store, LOG, userId);
  const command: unknown = {
    kind: 'castBallot',
    stakeholder,
    ballot: { scores: { race: [0, best, 100], 'verified-pause': [best, best, 100] } },
  };
  if (actor === null || !isCommand(command)) throw new Error('no such delegate');
  return store.appender.append({ log: LOG, actor, command, key: { userId, key, body: key } });
}

describe('two hundred ballots cast at once by ten clients through two servers', () => {
  it('makes one history without a gap, one tree, and the standing of a recomputation', async () => {
    const stakeholders = exampleFile('frontier-training').stakeholders.map(({ id }) => id);
    const before = (await eventTexts()).length;
    const positions: number[] = [];
    const notes: string[] = [];
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let i = client; i < BALLOTS; i += CLIENTS) {
        const store = i % 2 === 0 ? one : two;
        const answer = await cast(store, stakeholders[i % stakeholders.length] ?? '', i % 101, `ballot ${i}`);
        if (!answer.ok) throw new Error(answer.error.message.text);
        positions.push(answer.value.position);
        notes.push(answer.value.checkpoint);
      }
    });
    await Promise.all(clients);

    // Everyone's ballot stands somewhere else, and together they fill the places after what was there.
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: BALLOTS }, (_, i) => before + i));
    const texts = await eventTexts();
    const events = texts.map((text) => {
      const parsed = parseEvent(text);
      if (!parsed.ok) throw new Error(parsed.message);
      return parsed.event;
    });
    expect(events.map((event) => event.position)).toEqual(texts.map((_, i) => i));
    expect(events.every((event, i) => i === 0 || event.at >= (events[i - 1]?.at ?? ''))).toBe(true);

    // Every checkpoint given out signs the tree of that many events, by the definition.
    const leaves = texts.map((text) => leafHash(utf8(text)));
    for (const note of new Set(notes)) {
      const opened = openCheckpoint(note, one.keys.of(LOG, 1));
      if (!opened.ok) throw new Error(opened.reason);
      const { size, root } = opened.checkpoint;
      expect(equalBytes(root, slowTreeHash(leaves.slice(0, size)))).toBe(true);
    }
    const { rows } = await one.pool.query<{ level: number; index: string; hash: Buffer }>(
      'SELECT level, index, hash FROM tree_node WHERE log = $1',
      [LOG],
    );
    const stored = new Map(rows.map((row) => [`${row.level}/${row.index}`, new Uint8Array(row.hash)]));
    const read = ({ level, index }: NodeAddress) => stored.get(`${level}/${index}`) ?? new Uint8Array();
    expect(equalBytes(treeHash(texts.length, read), slowTreeHash(leaves))).toBe(true);

    // The stored standing is that of a replay of the whole log, byte for byte.
    await settleStanding(two, LOG);
    const state = replay(events);
    if (state === null) throw new Error('nothing to replay');
    const recomputed = standingsOf(state);
    for (const basis of ['stated', 'informed'] as const) {
      const standing = await readStanding(one.pool, LOG, basis, texts.length);
      expect(standing?.position).toBe(texts.length - 1);
      expect(JSON.stringify(standing?.result)).toBe(JSON.stringify(recomputed[basis]));
    }

    // Projections are what a replay of the log makes of them.
    const ballots = await one.pool.query<{ stakeholder: string; position: number }>(
      'SELECT stakeholder, position FROM ballot WHERE log = $1',
      [LOG],
    );
    expect(Object.fromEntries(ballots.rows.map((row) => [row.stakeholder, row.position]))).toEqual(
      Object.fromEntries(Object.entries(state.votes).map(([id, vote]) => [id, vote.position])),
    );
    for (const store of [one, two]) {
      const known = await store.states.newest(LOG);
      expect(known?.state).toEqual(state);
    }
  });

  it('agrees with what SQL says of the stored rows', async () => {
    const standing = await readStanding(one.pool, LOG, 'stated', 1_000_000);
    const { rows } = await one.pool.query<{
      profile: string;
      verdict: string;
      members: string;
      compute: string;
    }>(
      `SELECT p.profile, p.verdict, m.weight::text AS members, c.weight::text AS compute
       FROM standing_profile p
       JOIN standing_support m ON (m.log, m.position, m.basis, m.profile) = (p.log, p.position, p.basis, p.profile)
         AND m.stance = 'expected' AND m.dimension = '#members'
       JOIN standing_support c ON (c.log, c.position, c.basis, c.profile) = (p.log, p.position, p.basis, p.profile)
         AND c.stance = 'expected' AND c.dimension = 'compute'
       WHERE p.log = $1 AND p.basis = 'stated' AND p.position = -1 ORDER BY p.ordinal`,
      [LOG],
    );
    const pairs = standing?.result.pairs.expected.filter((pair) => pair.under === 'race') ?? [];
    expect(rows).toEqual(
      pairs.map((pair) => ({
        profile: pair.over,
        verdict: standing?.result.profiles.find((p) => p.id === pair.over)?.verdict,
        members: String(pair.members),
        compute: String(pair.weights['compute']),
      })),
    );
  });
});

describe('an idempotency key', () => {
  it('casts once and answers the same, at once and one after the other', async () => {
    const before = (await eventTexts()).length;
    const answers = await Promise.all([
      cast(one, 'lab-aurora', 50, 'the same'),
      cast(two, 'lab-aurora', 50, 'the same'),
      cast(one, 'lab-aurora', 50, 'the same'),
    ]);
    const later = await cast(two, 'lab-aurora', 50, 'the same');
    for (const answer of answers) expect(answer).toEqual(later);
    expect((await eventTexts()).length).toBe(before + 1);
  });

  it('is refused for another request', async () => {
    const userId = await accountOf(one, 'lab-aurora');
    const actor = (await pseudonymOf(one, LOG, userId)) ?? '';
    const command: unknown = { kind: 'castBallot', stakeholder: 'lab-aurora', ballot: { abstain: true } };
    if (!isCommand(command)) throw new Error('no command');
    const key = { userId, key: 'the same', body: 'another' };
    const answer = await one.appender.append({ log: LOG, actor, command, key });
    expect(answer.ok || answer.error.code).toBe('conflict');
  });
});

describe('a refused command', () => {
  it('takes no other of its batch with it, and leaves nothing behind', async () => {
    const before = (await eventTexts()).length;
    const [good, bad, alsoGood] = await Promise.all([
      cast(one, 'lab-aurora', 10, 'good'),
      cast(one, 'lab-aurora', 101, 'bad'),
      cast(one, 'lab-borealis', 20, 'also good'),
    ]);
    expect(good.ok).toBe(true);
    expect(bad.ok || bad.error.code).toBe('invalid');
    expect(alsoGood.ok).toBe(true);
    expect((await eventTexts()).length).toBe(before + 2);
  });
});

describe('the append-only tables', () => {
  it.each(['event', 'tree_node', 'checkpoint'])('%s refuses UPDATE, DELETE and TRUNCATE', async (table) => {
    const refusal = /append-only/;
    await expect(one.pool.query(`UPDATE ${table} SET log = log`)).rejects.toThrow(refusal);
    await expect(one.pool.query(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
    await expect(one.pool.query(`TRUNCATE ${table}`)).rejects.toThrow(refusal);
  });

  it('the head never runs back', async () => {
    await expect(one.pool.query('UPDATE log SET size = size - 1')).rejects.toThrow(/never runs back/);
  });
});
