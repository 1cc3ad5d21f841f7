import { beforeAll, describe, expect, it } from 'vitest';
import { signingKey } from '@/ledger/note';
import { lostCheckpoint, rotated, stageKey } from '@/negotiation/testing/keys';
import { B, BALLOT, opened, type Stage } from '@/negotiation/testing/stage';
import { bundleOf, receiptOf, verdictOf } from './testing/bundles';

/** A log that was signed with 1, then 2, came back shorter, and was then signed with 3. */
const [one, two, secondEpoch, newest] = [stageKey(1), stageKey(2), stageKey(2, 2), stageKey(3, 2)];
const stranger = stageKey(9, 2);

let stage: Stage;
let lines: string[];
const sizes = { first: 0, second: 0, restored: 0 };

beforeAll(() => {
  stage = opened();
  sizes.first = stage.events.length;
  rotated(stage, one, two).do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT });
  sizes.second = stage.events.length;
  stage.do('system', 'beginEpoch', { epoch: 2, checkpoint: lostCheckpoint(two, 99) });
  sizes.restored = stage.events.length;
  rotated(stage, secondEpoch, newest).do(B, 'castBallot', { stakeholder: 'b', ballot: { abstain: true } });
  lines = bundleOf(stage, { key: newest });
});

describe('a log whose key rotated twice, with an epoch between', () => {
  it('holds for whoever trusts any of its keys, under the name of any epoch that began', async () => {
    expect(await verdictOf(lines)).toBe('holds');
    for (const key of [one, two, secondEpoch, newest, stageKey(1, 2)]) {
      expect(await verdictOf(lines, { key })).toBe('holds');
    }
  });

  it('does not for another key, another host, or an epoch that it has not begun', async () => {
    const elsewhere = signingKey('elsewhere.example/parley/stage/2', newest.seed);
    for (const key of [stranger, elsewhere, stageKey(3, 3)]) {
      expect(await verdictOf(lines, { key })).toBe('signature at null');
    }
  });

  it('is signed with the newest key, which the header names', async () => {
    for (const key of [stageKey(1, 2), secondEpoch, stranger, stageKey(3)]) {
      expect(await verdictOf(bundleOf(stage, { key }))).toBe('signature at null');
    }
    const signedWithOld = bundleOf(stage, { key: secondEpoch }).at(-1) ?? '';
    expect(await verdictOf([...lines.slice(0, -1), signedWithOld])).toBe('signature at null');
  });

  it('begins with what was signed before, with each key and in each epoch', async () => {
    const kept = (size: number, key: typeof one) => receiptOf(stage, 0, size, key).checkpoint;
    const sound = [
      kept(sizes.first, one),
      kept(sizes.second, two),
      kept(sizes.restored, secondEpoch),
      kept(stage.events.length, newest),
    ];
    for (const since of sound) expect(await verdictOf(lines, { since, key: one })).toBe('holds');
    for (const since of [kept(sizes.first, stageKey(9)), lostCheckpoint(two, 20)]) {
      expect(await verdictOf(lines, { since })).toBe('since at null');
    }
  });

  it('has what receipts of each key and epoch saw', async () => {
    const receipts = [
      receiptOf(stage, 3, sizes.first, one),
      receiptOf(stage, sizes.first + 1, sizes.second, two),
      receiptOf(stage, sizes.second, sizes.restored, secondEpoch),
      receiptOf(stage, stage.events.length - 1, stage.events.length, newest),
    ];
    expect(await verdictOf(lines, { receipts })).toBe('holds');
    const foreign = receiptOf(stage, 3, sizes.first, stageKey(9));
    expect(await verdictOf(lines, { receipts: [foreign] })).toBe('receipts at 3');
  });
});

describe('a rotation that its previous key did not sign', () => {
  it('fails at its position', async () => {
    const at = sizes.first;
    const signature = String(Object(stage.events[at]?.data).signature);
    const other = String(Object(stage.events[sizes.restored]?.data).signature);
    const forged = lines.map((line) => line.replace(signature, other));
    expect(await verdictOf(forged)).toBe(`permitted at ${at}`);
  });
});
