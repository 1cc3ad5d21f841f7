import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint, parseCheckpoint } from '@/ledger/checkpoint';
import { fromHex, toHex, utf8 } from '@/ledger/hash';
import { parseNote, parseVerifierKey } from '@/ledger/note';
import { verifyInclusion } from '@/ledger/proof';
import { appendLeaves, leafHash, type TreeNode, treeHash } from '@/ledger/tree';
import { isCommand } from '@/negotiation/command';
import { parseEvent } from '@/negotiation/events/event';
import type { HistoryPage } from '@/negotiation/history';
import { saltedHash } from '@/negotiation/salted-text';
import { sealOf } from '@/negotiation/seal';
import { negotiationScopeIn } from '../auth/scope';
import { pseudonymOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { nodeReader } from '../db/tree-nodes';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  accountOf,
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
} from '../testing/negotiation';
import { bundleOf } from './history/bundle';

/** A score nobody else would ever think of. */
const TELLTALE = 37.13;
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const silent = { ballots: [], pledges: [], threatAssessments: [], acuteRiskAssessments: [] };
const file = { ...exampleFile('frontier-training'), ...silent };
const MODES = ['open', 'sealed', 'private'] as const;
const READERS = [OWN, OTHER, 'auditor', 'observer', 'facilitator'] as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  for (const mode of MODES) {
    await playedNegotiation(store, mode, file, { mode });
    const own = await caller(OWN);
    const cast = { negotiation: mode, stakeholder: OWN };
    await own.ballot.cast({ ...cast, idempotencyKey: `first ballot in ${mode}`, scores: { race: 1.01 } });
    await own.ballot.cast({
      ...cast,
      idempotencyKey: `second ballot in ${mode}`,
      scores: { race: TELLTALE },
    });
    await command(OWN, mode, {
      kind: 'pledge',
      stakeholder: OWN,
      profile: 'verified-pause',
      condition: null,
    });
  }
});
afterAll(() => database.drop());

async function caller(key: string): Promise<Caller> {
  return callerFor(store, await people(store)(key));
}

async function command(key: string, negotiation: string, value: unknown): Promise<void> {
  const actor = await pseudonymOf(store, negotiation, await accountOf(store, key));
  if (actor === null || !isCommand(value)) throw new Error(`no command: ${JSON.stringify(value)}`);
  const answer = await store.appender.append({ log: negotiation, actor, command: value });
  if (!answer.ok) throw new Error(answer.error.message.text);
}

/** All pages, small ones, so that there are several. */
async function wholeHistory(call: Caller, query: Parameters<Caller['history']['list']>[0]) {
  const entries: HistoryPage['entries'][number][] = [];
  let from: number | undefined;
  do {
    const page = await call.history.list({ limit: 7, ...query, ...(from !== undefined && { from }) });
    entries.push(...page.entries);
    from = page.next ?? undefined;
  } while (from !== undefined);
  return entries;
}

function shownTypes(entries: HistoryPage['entries']): Set<string> {
  return new Set(entries.flatMap(({ event }) => (event === null ? [] : [event.type])));
}

async function bundleLines(negotiation: string): Promise<{ size: number; lines: string[] }> {
  const session = await people(store)('auditor');
  const scope = await negotiationScopeIn(store, session, 'history.bundle', negotiation);
  if (!scope.ok) throw new Error(scope.error.message.text);
  const { size, lines } = await bundleOf(scope.value);
  let text = '';
  for await (const part of lines) text += part;
  expect(text.endsWith('\n')).toBe(true);
  return { size, lines: text.slice(0, -1).split('\n') };
}

/** Checks events, texts and openings of a bundle, and its tree against its checkpoint, from the outside in. */
async function readBundle(negotiation: string) {
  const { size, lines } = await bundleLines(negotiation);
  const key = store.keys.of(negotiation, 1);
  const [header, ...rest] = lines;
  expect(JSON.parse(header ?? '')).toMatchObject({ format: 'parley-audit/1', origin: key.name });
  const note: unknown = JSON.parse(rest.pop() ?? '');
  const nodes: TreeNode[] = [];
  const read = (address: Pick<TreeNode, 'level' | 'index'>) => nodeReader(nodes)(address);
  let events = 0;
  let openings = 0;
  let last = '';
  for (const line of rest) {
    if (line.startsWith('{"salt":')) {
      const { salt, text } = JSON.parse(line);
      expect(last).toContain(saltedHash(salt, text));
    } else if (line.startsWith('{"ballot":')) {
      const { stakeholder, salt, ballot } = JSON.parse(line);
      expect(last).toContain(sealOf(negotiation, stakeholder, salt, ballot));
      openings += 1;
    } else {
      expect(parseEvent(line)).toMatchObject({ ok: true, event: { position: events, log: negotiation } });
      nodes.push(...appendLeaves(events, [leafHash(utf8(line))], read));
      events += 1;
      last = line;
    }
  }
  expect(events).toBe(size);
  const opened = openCheckpoint(String(note), key);
  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.checkpoint.size).toBe(size);
  expect(toHex(opened.checkpoint.root)).toBe(toHex(treeHash(size, read)));
  return { size, openings, text: lines.join('\n') };
}

describe.each(MODES)('in %s mode', (mode) => {
  it('tells every member every hash, and each hash is proved by the newest checkpoint', async () => {
    const { checkpoint, key, size } = await (await caller('observer')).history.checkpoint({
      negotiation: mode,
    });
    const verifier = parseVerifierKey(key);
    const head = parseCheckpoint(parseNote(checkpoint)?.text ?? '');
    if (verifier === null || head === null) throw new Error('no checkpoint');
    expect(openCheckpoint(checkpoint, verifier)).toMatchObject({ ok: true, checkpoint: { size } });
    const hashes = new Set<string>();
    for (const who of READERS) {
      const call = await caller(who);
      const entries = await wholeHistory(call, { negotiation: mode });
      expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: size }, (_, p) => p));
      hashes.add(entries.map(({ hash }) => hash).join());
      const backwards = await wholeHistory(call, { negotiation: mode, order: 'newest' });
      expect(backwards).toEqual(entries.toReversed());
    }
    expect(hashes.size).toBe(1);
    for (const position of [0, 5, size - 1]) {
      const proved = await (await caller('observer')).history.proof({ negotiation: mode, position });
      const siblings = proved.proof.map(fromHex);
      expect(proved.checkpoint).toBe(checkpoint);
      expect(verifyInclusion(fromHex(proved.hash), position, size, siblings, head.root)).toBe(true);
      expect(verifyInclusion(fromHex(proved.hash), position + 1, size, siblings, head.root)).toBe(false);
      expect([...hashes][0]?.split(',')[position]).toBe(proved.hash);
      if (proved.event !== null) expect(toHex(leafHash(utf8(proved.event)))).toBe(proved.hash);
    }
  });

  it('shows the contents of the table of product.md §2, and a filter tells nothing of the rest', async () => {
    for (const who of READERS) {
      const call = await caller(who);
      const entries = await wholeHistory(call, { negotiation: mode });
      const sees = who === OWN || (mode === 'open' && who !== 'observer');
      expect(shownTypes(entries).has('pledge.made')).toBe(sees);
      expect(shownTypes(entries).has('member.joined')).toBe(who !== 'observer');
      expect(JSON.stringify(entries).includes(String(TELLTALE))).toBe(mode === 'open' && who !== 'observer');
      const pledges = await wholeHistory(call, { negotiation: mode, type: 'pledge.made' });
      expect(pledges).toHaveLength(sees ? 1 : 0);
      const about = await wholeHistory(call, { negotiation: mode, type: 'statements', stakeholder: OWN });
      expect(about).toHaveLength(sees ? 1 : 0);
      const hidden = entries.findLast(({ event }) => event === null);
      if (hidden === undefined) continue;
      const proved = await call.history.proof({ negotiation: mode, position: hidden.position });
      expect(proved).toMatchObject({ event: null, texts: [], hash: hidden.hash });
    }
  });

  it('gives auditors a bundle of what is revealed, whose tree is the one that was signed', async () => {
    const { size, openings, text } = await readBundle(mode);
    const { size: whole } = await (await caller('auditor')).history.checkpoint({ negotiation: mode });
    // Sealed and private: the pledge, which came last, is held back, and the bundle ends before it.
    expect(size).toBe(mode === 'open' ? whole : whole - 1);
    expect(openings).toBe(0);
    expect(text.includes(String(TELLTALE))).toBe(mode === 'open');
    expect(text.includes('"pledge.made"')).toBe(mode === 'open');
    for (const who of [OWN, OTHER, 'observer', 'facilitator', 'stranger']) {
      const scope = await negotiationScopeIn(store, await people(store)(who), 'history.bundle', mode);
      expect(scope.ok).toBe(false);
    }
  });
});

it('narrows by type, stakeholder, profile, pseudonym and time, all at once', async () => {
  const call = await caller('auditor');
  const all = await wholeHistory(call, { negotiation: 'open' });
  const cast = await wholeHistory(call, {
    negotiation: 'open',
    type: 'ballots',
    stakeholder: OWN,
    profile: 'race',
  });
  expect(cast).toHaveLength(2);
  const event = cast[1]?.event;
  if (!event) throw new Error('no event');
  const { at, actor } = event;
  const narrow = { negotiation: 'open', type: 'ballot.cast', profile: 'race', actor, since: at, until: at };
  expect(await wholeHistory(call, narrow)).toContainEqual(cast[1]);
  expect(await wholeHistory(call, { ...narrow, profile: 'verified-pause' })).toEqual([]);
  const byActor = await wholeHistory(call, { negotiation: 'open', actor });
  expect(byActor).toEqual(all.filter((entry) => entry.event?.actor === actor));
  expect(await wholeHistory(call, { negotiation: 'open', until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
  await expect(call.history.list({ negotiation: 'open', type: 'nonsense' })).rejects.toThrow(
    /neither a type/,
  );
  const past = await call.history.list({ negotiation: 'open', from: 1_000_000 });
  expect(past).toMatchObject({ entries: [], next: null, total: all.length });
});

it('answers alike for a hidden negotiation and one that does not exist', async () => {
  const stranger = await caller('stranger');
  const ask = [
    (negotiation: string) => stranger.history.list({ negotiation }),
    (negotiation: string) => stranger.history.checkpoint({ negotiation }),
    (negotiation: string) => stranger.history.proof({ negotiation, position: 0 }),
  ];
  for (const call of ask) {
    const [hidden, none] = await Promise.all(['open', 'no-such'].map((log) => call(log).catch(String)));
    expect(hidden).toBe(none);
    expect(hidden).toMatch(/no such negotiation/);
  }
});

it('opens the seals that counted, in a bundle made after a private conclusion, and no superseded one', async () => {
  await command('facilitator', 'private', { kind: 'closeRound' });
  expect((await readBundle('private')).openings).toBe(0);
  await command('facilitator', 'private', { kind: 'conclude', profile: null, reason: 'nothing clears' });
  const { text, openings, size } = await readBundle('private');
  expect(size).toBe((await (await caller('auditor')).history.checkpoint({ negotiation: 'private' })).size);
  expect(openings).toBe(1);
  expect(text).toContain(String(TELLTALE));
  expect(text).not.toContain('1.01');
  expect(text).toContain('"text":"nothing clears"');
  const other = await wholeHistory(await caller(OTHER), { negotiation: 'private' });
  expect(JSON.stringify(other)).not.toContain('"pledge.made"');
});
