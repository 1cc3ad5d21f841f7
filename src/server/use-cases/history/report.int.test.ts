import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseVerifierKey } from '@/ledger/note';
import { verifyReceipt } from '@/ledger/receipt';
import type { RecordedResult } from '@/negotiation/report';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import {
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../../testing/negotiation';

/** A score nobody else would ever think of. */
const TELLTALE = 77.13;
const OWN = 'lab-aurora';
const file = { ...exampleFile('frontier-training'), ballots: [], pledges: [], threatAssessments: [] };
const MODES = ['open', 'sealed', 'private'] as const;
const READERS = [OWN, 'lab-borealis', 'facilitator', 'auditor', 'observer'] as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  for (const mode of MODES) {
    await playedNegotiation(store, mode, file, { mode });
    await cast(mode, 'first', { race: TELLTALE, 'licensed-scaling': 80 });
  }
});
afterAll(() => database.drop());

async function caller(key: string): Promise<Caller> {
  return callerFor(store, await people(store)(key));
}

async function cast(negotiation: string, which: string, scores: Record<string, number>): Promise<void> {
  const own = await caller(OWN);
  const idempotencyKey = `${which} ballot in ${negotiation}`;
  await own.ballot.cast({ negotiation, stakeholder: OWN, idempotencyKey, scores });
}

async function turn(negotiation: string, to: 'open' | 'closed'): Promise<void> {
  const { round } = await caller('facilitator');
  const idempotencyKey = `${to} ${negotiation} ${Math.random()}`;
  if (to === 'closed') await round.close({ negotiation, idempotencyKey });
  else await round.open({ negotiation, idempotencyKey, deadline: null });
  await settleStanding(store, negotiation);
}

async function recorded(who: string, negotiation: string): Promise<RecordedResult> {
  const { result } = await (await caller(who)).history.report({ negotiation });
  if (result.kind !== 'recorded') throw new Error(`${who} is told ${result.kind}`);
  return result;
}

describe.each(MODES)('a report of a negotiation in %s mode', (mode) => {
  it('says before the first close that no result has been recorded, and nothing of ballots', async () => {
    for (const who of READERS) {
      const report = await (await caller(who)).history.report({ negotiation: mode });
      expect(report.result).toEqual({ kind: 'not-recorded' });
      const text = JSON.stringify(report);
      expect(text).not.toContain(String(TELLTALE));
      expect(text).not.toContain('"verdict"');
    }
  });

  it('shows after the close the recorded hash, with numbers that hash to it and a proof that leads to the checkpoint', async () => {
    await turn(mode, 'closed');
    for (const who of READERS) {
      const result = await recorded(who, mode);
      expect(result).toMatchObject({ reproduced: true, of: { round: 1, concluded: false } });
      expect(JSON.parse(result.proof.event ?? '')).toMatchObject({
        type: 'result.computed',
        data: { sha256: result.sha256, position: result.of.position },
      });
      expect(result.of.participation.filter(({ voted }) => voted)).toHaveLength(1);
      const { newest } = await (await caller(who)).history.report({ negotiation: mode });
      const key = parseVerifierKey(newest.key);
      if (key === null || result.proof.event === null) throw new Error('nothing to check');
      const { position, event, proof, checkpoint } = result.proof;
      const receipt = { format: 'parley-receipt/1', position, event, proof, checkpoint } as const;
      expect(verifyReceipt(receipt, key)).toMatchObject({ ok: true });
      expect(
        verifyReceipt({ ...receipt, event: event.replace(result.sha256, '0'.repeat(64)) }, key),
      ).toMatchObject({
        ok: false,
      });
    }
  });

  it('names who is in a coalition only where the mode shows it, and says when it does not', async () => {
    for (const who of READERS) {
      const { results, redacted } = await recorded(who, mode);
      const licensed = results.stated.profiles.find(({ id }) => id === 'licensed-scaling');
      expect(licensed?.coalition?.necessary).toEqual(mode === 'private' ? 1 : [OWN]);
      expect(redacted).toBe(mode === 'private');
    }
  });

  it('stays with the recorded result while the next round is open, whatever is cast in it', async () => {
    const before = await recorded('auditor', mode);
    await turn(mode, 'open');
    await cast(mode, 'later', { race: 99.07, 'licensed-scaling': 1 });
    await settleStanding(store, mode);
    const after = await recorded('auditor', mode);
    expect(after.results).toEqual(before.results);
    expect(after.of).toEqual(before.of);
    expect(JSON.stringify(after)).not.toContain('99.07');
  });
});

it('is not for whoever is no member of a public negotiation', async () => {
  await playedNegotiation(store, 'public', file, { mode: 'open', public: true });
  const report = (await caller('stranger')).history.report({ negotiation: 'public' });
  await expect(report).rejects.toMatchObject({ refusal: { code: 'forbidden' } });
});
