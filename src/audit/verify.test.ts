import { beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '@/ledger/checkpoint';
import { formatVerifierKey, signingKey } from '@/ledger/note';
import { opened, type Stage } from '@/negotiation/testing/stage';
import { parseReceipt } from './evidence';
import {
  bundleOf,
  KEY,
  longOpenStage,
  OTHER_KEY,
  privateStage,
  receiptOf,
  sealedStage,
  signedAnew,
  verdictOf,
  verifyLines,
} from './testing/bundles';

let stage: Stage;
let lines: string[];
let size: number;

beforeAll(() => {
  stage = longOpenStage();
  lines = bundleOf(stage);
  size = stage.events.length;
});

describe('a sound bundle', () => {
  it('holds, step by step, and says what it does not show', async () => {
    const outcome = await verifyLines(lines, { key: KEY, receipts: [receiptOf(stage, 40)] });
    if (outcome.kind !== 'holds') throw new Error(JSON.stringify(outcome));
    expect(outcome).toMatchObject({ origin: KEY.name, log: 'stage', size, key: formatVerifierKey(KEY) });
    expect(outcome.checked).toMatchObject({ canonical: size, order: size, schema: size, permitted: size });
    expect(outcome.checked).toMatchObject({ results: 3, unopened: 2, tree: 1, signature: 1, receipts: 1 });
    expect(outcome.notShown.map(({ code }) => code)).toEqual([
      'pseudonyms',
      'refused-ballots',
      'second-history',
      'no-older-checkpoint',
    ]);
  });

  it('tells that the key is its own word where none is given', async () => {
    const outcome = await verifyLines(lines);
    expect(outcome.kind === 'holds' && outcome.notShown.map(({ code }) => code)).toContain('key');
  });

  it('holds in sealed mode, with the seals opened at the close', async () => {
    const outcome = await verifyLines(bundleOf(sealedStage()));
    expect(outcome).toMatchObject({ kind: 'holds', checked: { seals: 4, results: 1, unopened: 1 } });
  });

  it('holds in private mode with its openings, and without them says which results it cannot show', async () => {
    const private_ = privateStage();
    const whole = await verifyLines(bundleOf(private_, { openings: true }));
    expect(whole).toMatchObject({ kind: 'holds', checked: { results: 2 } });
    const bare = await verifyLines(bundleOf(private_));
    expect(bare).toMatchObject({ kind: 'holds', checked: { results: 0 } });
    expect(bare.kind === 'holds' && bare.notShown.map(({ code }) => code)).toContain('unopened-results');
  });

  it('holds without any of its texts, which may have been redacted', async () => {
    const bare = lines.filter((line) => !line.startsWith('{"salt":'));
    expect(bare.length).toBeLessThan(lines.length);
    expect(await verdictOf(bare)).toBe('holds');
  });

  it('holds as a log that began', async () => {
    expect(await verdictOf(bundleOf(opened()))).toBe('holds');
  });
});

describe('what somebody kept', () => {
  it('an older checkpoint, as a note and as the line of an older bundle', async () => {
    const older = bundleOf(opened()).at(-1) ?? '';
    // The longer stage begins with the same events.
    expect(await verdictOf(lines, { since: older })).toBe('holds');
    expect(await verdictOf(lines, { since: String(JSON.parse(older)) })).toBe('holds');
  });

  it('refuses a log that was rolled back, or that begins otherwise than was signed', async () => {
    const newest = lines.at(-1) ?? '';
    expect(await verdictOf(bundleOf(opened()), { since: newest })).toBe('since at null');
    const other = signCheckpoint({ origin: KEY.name, size: 5, root: new Uint8Array(32) }, KEY);
    expect(await verdictOf(lines, { since: other })).toBe('since at null');
    const foreign = signCheckpoint({ origin: KEY.name, size: 0, root: new Uint8Array(32) }, OTHER_KEY);
    expect(await verdictOf(lines, { since: foreign })).toBe('since at null');
  });

  it('refuses to read what is no checkpoint', async () => {
    expect(await verdictOf(lines, { since: 'nothing' })).toBe('unreadable');
  });

  it('receipts of each size, and none that was altered', async () => {
    const receipt = receiptOf(stage, 33, 35);
    expect(await verdictOf(lines, { receipts: [receipt, receiptOf(stage, 0, 1)] })).toBe('holds');
    const other = stage.events.length - 2;
    const forged = [
      { ...receipt, position: 34 },
      { ...receipt, event: receiptOf(stage, other).event },
      { ...receipt, proof: receipt.proof.slice(1) },
      { ...receipt, proof: receipt.proof.map((hash) => hash.replace(/^./, 'x')) },
      { ...receipt, checkpoint: receiptOf(stage, 33, 36).checkpoint },
      { ...receipt, checkpoint: receipt.checkpoint.replace('35', '36') },
      { ...receipt, opening: { salt: '0'.repeat(64), ballot: '{"abstain":true}' } },
    ];
    for (const altered of forged) {
      expect(await verdictOf(lines, { receipts: [receipt, altered] })).toMatch(/^receipts at \d+$/);
    }
  });

  it('a receipt of an event that the bundle does not have, or has otherwise', async () => {
    const receipt = receiptOf(stage, size - 1);
    expect(await verdictOf(bundleOf(opened()), { receipts: [receipt] })).toBe(`receipts at ${size - 1}`);
    const rewritten = signedAnew(lines.map((line) => line.replace('"Stage"', '"Theatre"')));
    expect(await verdictOf(rewritten)).toBe('holds');
    expect(await verdictOf(rewritten, { receipts: [receiptOf(stage, 0)] })).toBe('receipts at 0');
  });

  it('a receipt newer than the bundle holds, and says what it leaves open', async () => {
    const outcome = await verifyLines(bundleOf(opened()), { receipts: [receiptOf(stage, 3)] });
    expect(outcome.kind === 'holds' && outcome.notShown.map(({ code }) => code)).toContain('newer-receipt');
  });

  it('a receipt of a sealed ballot opens its seal', async () => {
    const sealed = sealedStage();
    const event = sealed.events.find(({ type }) => type === 'ballot.sealed');
    const kept = [...sealed.openings.values()][0];
    if (event === undefined || kept === undefined) throw new Error('nothing was sealed');
    const opening = { salt: kept.salt, ballot: JSON.stringify(kept.ballot) };
    const receipt = { ...receiptOf(sealed, event.position), opening };
    const sealedLines = bundleOf(sealed);
    expect(parseReceipt(JSON.stringify(receipt))).toEqual(receipt);
    expect(await verdictOf(sealedLines, { receipts: [receipt] })).toBe('holds');
    const wrong = { ...receipt, opening: { ...opening, ballot: '{"abstain":true}' } };
    expect(await verdictOf(sealedLines, { receipts: [wrong] })).toBe(`receipts at ${event.position}`);
  });
});

describe('key, origin and header', () => {
  it('refuses another key, another origin, another signature', async () => {
    expect(await verdictOf(lines, { key: OTHER_KEY })).toBe('signature at null');
    expect(await verdictOf(signedAnew(lines, OTHER_KEY))).toBe('signature at null');
    const renamed = signingKey('parley.example/parley/other', KEY.seed);
    expect(await verdictOf(lines, { key: renamed })).toBe('signature at null');
    // All of it consistent, but for the events, which are another log's.
    expect(await verdictOf(bundleOf(stage, { key: renamed }))).toBe('signature at null');
    const second = signingKey('parley.example/parley/stage/2', KEY.seed);
    expect(await verdictOf(bundleOf(stage, { key: second }))).toBe('signature at null');
    const [header = '', ...rest] = lines;
    const moved = header.replace('"origin":"parley.example', '"origin":"elsewhere.example');
    expect(await verdictOf([moved, ...rest])).toBe('signature at null');
  });

  it('takes any name of a key that is no origin', async () => {
    expect(await verdictOf(bundleOf(stage, { key: signingKey('somebody', KEY.seed) }))).toBe('holds');
  });

  it('cannot read what is no bundle', async () => {
    expect(await verdictOf([])).toBe('unreadable');
    expect(await verdictOf(['{"format":"parley-audit/2"}'])).toBe('unreadable');
    expect(await verdictOf(lines.slice(1))).toBe('unreadable');
    expect(await verdictOf([(lines[0] ?? '').replace('+', '-'), ...lines.slice(1)])).toBe('unreadable');
  });
});
