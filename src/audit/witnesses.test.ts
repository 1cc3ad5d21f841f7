import { beforeAll, describe, expect, it } from 'vitest';
import { cosign, witnessKeyOf } from '@/ledger/cosignature';
import { parseNote, type SigningKey, signingKey } from '@/ledger/note';
import { opened } from '@/negotiation/testing/stage';
import {
  bundleOf,
  KEY,
  longOpenStage,
  receiptOf,
  signedAnew,
  verdictOf,
  verifyLines,
} from './testing/bundles';
import { everyEvent, LAST_KEY } from './testing/every-event';

const W1 = signingKey('witness.example/w1', new Uint8Array(32).fill(21));
const W2 = signingKey('witness.example/w2', new Uint8Array(32).fill(22));
const w1 = witnessKeyOf(W1);
const w2 = witnessKeyOf(W2);
/** In the year 5138: what clock a witness goes by is its own business. */
const TIME = 99_999_999_999;

let lines: string[];
let size: number;
let note: string;

beforeAll(() => {
  const stage = longOpenStage();
  lines = bundleOf(stage);
  size = stage.events.length;
  note = JSON.parse(lines.at(-1) ?? '');
});

function cosigned(signed: string, by: SigningKey, text = parseNote(signed)?.text ?? ''): string {
  return signed + cosign(text, by, TIME);
}

const ending = (by: string) => lines.with(-1, JSON.stringify(by));

describe('witnesses', () => {
  it('have cosigned the checkpoint of the bundle, which narrows what a second history can be', async () => {
    const both = ending(cosigned(cosigned(note, W1), W2));
    const outcome = await verifyLines(both, { witnesses: [w1, w2] });
    if (outcome.kind !== 'holds') throw new Error(JSON.stringify(outcome));
    expect(outcome.checked.witnesses).toBe(2);
    expect(outcome.witnessed).toEqual([
      { name: W1.name, size, time: TIME },
      { name: W2.name, size, time: TIME },
    ]);
    const codes = outcome.notShown.map(({ code }) => code);
    expect(codes).toContain('second-history-beyond');
    expect(codes).not.toContain('second-history');
    expect(outcome.notShown.find(({ code }) => code === 'second-history-beyond')).toMatchObject({ size });
  });

  it('are asked for nothing where none is given', async () => {
    const outcome = await verifyLines(ending(cosigned(note, W1)));
    expect(outcome).toMatchObject({ kind: 'holds', witnessed: [], checked: { witnesses: 0 } });
    expect(outcome.kind === 'holds' && outcome.notShown.map(({ code }) => code)).toContain('second-history');
  });

  it('may have cosigned an older checkpoint that was kept, or a receipt’s: the largest says how far', async () => {
    const witnesses = [w1];
    const since = cosigned(String(JSON.parse(bundleOf(opened()).at(-1) ?? '')), W1);
    const older = opened().events.length;
    expect(await verifyLines(lines, { since, witnesses })).toMatchObject({ witnessed: [{ size: older }] });
    const receipt = receiptOf(longOpenStage(), 3, size - 2);
    const receipts = [{ ...receipt, checkpoint: cosigned(receipt.checkpoint, W1) }];
    expect(await verifyLines(lines, { since, receipts, witnesses })).toMatchObject({
      witnessed: [{ size: size - 2 }],
    });
    // What lies beyond the bundle says nothing of what the bundle leads to.
    expect(await verdictOf(bundleOf(opened()), { receipts, witnesses })).toBe('witnesses at null');
  });

  it('are missed by name and size', async () => {
    const outcome = await verifyLines(ending(cosigned(note, W2)), { witnesses: [w1] });
    expect(outcome).toEqual({
      kind: 'fails',
      failure: {
        step: 'witnesses',
        position: null,
        expected: `a cosignature of ${W1.name} over the checkpoint of ${size} events, or over an older one at hand`,
        found: 'none',
      },
    });
  });

  it('are not made up for by one that is false on another checkpoint', async () => {
    const since = cosigned(String(JSON.parse(bundleOf(opened()).at(-1) ?? '')), W1);
    const wrong = ending(cosigned(note, W1, since));
    const outcome = await verifyLines(wrong, { since, witnesses: [w1] });
    expect(outcome).toMatchObject({
      kind: 'fails',
      failure: { step: 'witnesses', found: expect.stringContaining('does not verify') },
    });
  });

  it('tell two histories apart, each of which holds in itself', async () => {
    const witnesses = [w1];
    const seen = ending(cosigned(note, W1));
    const other = signedAnew(lines.map((line) => line.replace('"Stage"', '"Theatre"')));
    expect(await verdictOf(seen, { witnesses })).toBe('holds');
    expect(await verdictOf(other)).toBe('holds');
    const grafted = JSON.parse(other.at(-1) ?? '') + cosign(parseNote(note)?.text ?? '', W1, TIME);
    expect(await verdictOf(other.with(-1, JSON.stringify(grafted)), { witnesses })).toBe('witnesses at null');
  });
});

it('what was lost before an epoch is not shown', async () => {
  const stage = everyEvent('open');
  const begun = stage.events.findIndex(({ type }) => type === 'epoch.begun');
  const outcome = await verifyLines(bundleOf(stage, { key: LAST_KEY }), { key: KEY });
  expect(
    outcome.kind === 'holds' && outcome.notShown.find(({ code }) => code === 'lost-before-epoch'),
  ).toEqual({
    code: 'lost-before-epoch',
    text: `what had been acknowledged and was lost before epoch 2, which begins at position ${begun}: a checkpoint of ${begun + 1} events had been signed`,
  });
  const whole = await verifyLines(lines);
  expect(whole.kind === 'holds' && whole.notShown.map(({ code }) => code)).not.toContain('lost-before-epoch');
});
