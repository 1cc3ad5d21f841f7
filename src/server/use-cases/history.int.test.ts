import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from '@/audit/lines';
import { verifyBundle } from '@/audit/verify';
import { openCheckpoint, parseCheckpoint } from '@/ledger/checkpoint';
import { fromHex, toHex, utf8 } from '@/ledger/hash';
import { parseNote, parseVerifierKey } from '@/ledger/note';
import { verifyInclusion } from '@/ledger/proof';
import { leafHash } from '@/ledger/tree';
import { isCommand } from '@/negotiation/command';
import type { HistoryPage } from '@/negotiation/history';
import { negotiationScopeIn } from '../auth/scope';
import { pseudonymOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
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

/** A score nobody else would ever think of, and no moment's seconds. */
const TELLTALE = 77.13;
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
    await own.ballot.cast({ ...cast, idempotencyKey: `first ballot in ${mode}`, scores: { race: 91.01 } });
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

/** The bundle of an auditor, after every check of ledger.md §4. */
async function readBundle(negotiation: string) {
  const scope = await negotiationScopeIn(
    store,
    await people(store)('auditor'),
    'history.bundle',
    negotiation,
  );
  if (!scope.ok) throw new Error(scope.error.message.text);
  const { size, lines } = await bundleOf(scope.value);
  const parts: string[] = [];
  for await (const part of lines) parts.push(part);
  const text = parts.join('');
  const chunks = Readable.from(parts.map((part) => utf8(part)));
  const verification = await verifyBundle(linesOf(chunks), { key: store.keys.of(negotiation, 1) });
  expect(verification).toMatchObject({ kind: 'holds', log: negotiation, size });
  const openings = text.split('\n').filter((line) => line.startsWith('{"ballot":')).length;
  return { size, openings, text, verification };
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
  const before = await readBundle('private');
  expect(before.openings).toBe(0);
  await command('facilitator', 'private', { kind: 'conclude', profile: null, reason: 'nothing clears' });
  const { text, openings, size, verification } = await readBundle('private');
  // With the openings at hand every stored result is computed again, and nothing but the usual limits is left open.
  expect(verification).toMatchObject({ kind: 'holds', checked: { results: 2 } });
  expect(JSON.stringify(verification)).not.toContain('unopened-results');
  expect(size).toBe((await (await caller('auditor')).history.checkpoint({ negotiation: 'private' })).size);
  expect(openings).toBe(1);
  expect(text).toContain(String(TELLTALE));
  expect(text).not.toContain('91.01');
  expect(text).toContain('"text":"nothing clears"');
  const other = await wholeHistory(await caller(OTHER), { negotiation: 'private' });
  expect(JSON.stringify(other)).not.toContain('"pledge.made"');
});
