import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVerifierKey } from '@/ledger/note';
import { writeNegotiationFile } from '@/negotiation/file/write';
import { parseReceipt } from '../evidence';
import { linesOf } from '../lines';
import { replayBundle } from '../replay';
import { KEY, receiptOf } from '../testing/bundles';
import { handover, staged } from '../testing/whole-corpus';
import { trustedKey } from '../trusted-key';
import { verifyBundle } from '../verify';

/** Logs that were kept since their release verify, and say what they said (README.md beside this). */

const HERE = 'src/audit/releases';
const MODES = ['open', 'sealed', 'private'] as const;
type Mode = (typeof MODES)[number];

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** What the newest code makes of a bundle: the verdict, results, and the file as of its end. */
async function told(bundle: string, key: string, receipt: string, since: string) {
  const trusted = trustedKey(key);
  const kept = parseReceipt(receipt);
  if (trusted === null || kept === null) throw new Error('no key, or no receipt');
  const verdict = await verifyBundle(linesOf(bytesOf(bundle)), { key: trusted, receipts: [kept], since });
  if (verdict.kind !== 'holds') throw new Error(JSON.stringify(verdict));
  const { origin, size, root } = verdict;
  const replayed = await replayBundle(linesOf(bytesOf(bundle)), size - 1);
  if (replayed.kind !== 'file') throw new Error(JSON.stringify(replayed));
  const results = [...bundle.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, hash]) => hash);
  const verification = `${JSON.stringify({ origin, size, root, results }, null, 1)}\n`;
  return { verification, file: writeNegotiationFile(replayed.file) };
}

const withoutTexts = (bundle: string) => bundle.replace(/^\{"salt":.*\n/gm, '');

/** Writes the folder of a release, once. */
async function keep(folder: string, mode: Mode): Promise<void> {
  const from = staged(mode);
  const receipt = `${JSON.stringify(receiptOf(from.stage, 33, handover(from.stage)))}\n`;
  const since = receiptOf(from.stage, 0, 20).checkpoint;
  const bundle = `${from.sound.lines.join('\n')}\n`;
  const key = formatVerifierKey(KEY);
  const { verification, file } = await told(bundle, key, receipt, since);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { flag: 'wx' });
  write(`${mode}.ndjson`, bundle);
  write(`${mode}.receipt`, receipt);
  write(`${mode}.checkpoint`, since);
  write(`${mode}.expected.json`, verification);
  write(`${mode}.file.expected.json`, file);
  if (mode === 'open') write('key', `${key}\n`);
}

const wanted = process.env['PARLEY_KEEP_RELEASE'];
if (wanted !== undefined && !existsSync(join(HERE, wanted, 'key'))) {
  for (const mode of MODES) await keep(join(HERE, wanted), mode);
}

const releases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('the first release is kept', () => {
  expect(releases).toContain('0.1.0');
});

describe.each(releases)('%s', (release) => {
  const read = (name: string) => readFileSync(join(HERE, release, name), 'utf8');

  it.each(MODES)('in %s mode holds, with its texts and without, and says what it said', async (mode) => {
    const bundle = read(`${mode}.ndjson`);
    const kept = [read('key'), read(`${mode}.receipt`), read(`${mode}.checkpoint`)] as const;
    const now = await told(bundle, ...kept);
    expect(now.verification).toBe(read(`${mode}.expected.json`));
    expect(now.file).toBe(read(`${mode}.file.expected.json`));
    const redacted = withoutTexts(bundle);
    expect(redacted.length).toBeLessThan(bundle.length);
    const { root } = JSON.parse(read(`${mode}.expected.json`));
    expect(JSON.parse((await told(redacted, ...kept)).verification).root).toBe(root);
  });
});
