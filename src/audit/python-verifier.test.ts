import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/ledger/canonical';
import { formatVerifierKey } from '@/ledger/note';
import { isJson } from '@/negotiation/events/event';
import { opened, type Stage } from '@/negotiation/testing/stage';
import {
  bundleOf,
  isEventLine,
  KEY,
  longOpenStage,
  OTHER_KEY,
  privateStage,
  receiptOf,
  sealedStage,
  signedAnew,
  verdictOf,
} from './testing/bundles';

/** docs/verify.py, another's verifier in another language, agrees with ours on what both check. */

const folder = mkdtempSync(join(tmpdir(), 'parley-python-'));
const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const available =
  spawnSync('python3', ['--version']).status === 0 && /^OpenSSL [3-9]/.test(openssl.stdout ?? '');

let files = 0;
function file(text: string): string {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, text);
  return path;
}

function python(lines: readonly string[], args: readonly string[] = []): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('python3', ['docs/verify.py', file(`${lines.join('\n')}\n`), ...args]);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => {
      const step = /DOES NOT HOLD: step (\d+), [^:]*: (?:position (\d+)|the log)/.exec(out);
      resolve(step ? `${code}: ${step[1]} at ${step[2] ?? 'null'}` : String(code));
    });
  });
}

/** Events altered, counted anew, signed by whoever holds the key. */
function forged(stage: Stage, alter: (events: readonly object[]) => readonly object[]): string[] {
  const [header = ''] = bundleOf(stage);
  const texts = alter(stage.events).map((event, position) => {
    const numbered: unknown = { ...event, position };
    return isJson(numbered) ? canonicalJson(numbered) : '';
  });
  return signedAnew([header, ...texts, '""']);
}

const NUMBERS: Readonly<Record<string, number>> = {
  canonical: 1,
  order: 2,
  schema: 3,
  seals: 5,
  unopened: 7,
  tree: 8,
  signature: 9,
};

async function both(lines: readonly string[]): Promise<[theirs: string, ours: string]> {
  const ours = await verdictOf(lines);
  const [step = '', position] = ours.split(' at ');
  return [await python(lines), ours === 'holds' ? '0' : `1: ${NUMBERS[step]} at ${position}`];
}

describe.runIf(available)('docs/verify.py', { timeout: 60_000 }, () => {
  const lines = bundleOf(longOpenStage());

  it('accepts sound bundles, with what was kept of them', async () => {
    const stage = longOpenStage();
    const receipt = file(JSON.stringify(receiptOf(stage, 33, 35)));
    const since = file(String(JSON.parse(bundleOf(opened()).at(-1) ?? '')));
    const kept = ['--key', formatVerifierKey(KEY), '--since', since, '--receipt', receipt];
    expect(await python(lines, kept)).toBe('0');
    expect(await python(bundleOf(sealedStage()))).toBe('0');
    expect(await python(bundleOf(privateStage(), { openings: true }))).toBe('0');
  });

  it('refuses at the same step and position as ours what was tampered with', async () => {
    const index = lines.findIndex((line) => line.includes('"ballot.cast"'));
    const text = lines.findIndex((line) => line.startsWith('{"salt":'));
    const line = lines[index] ?? '';
    const sealed = sealedStage();
    const first = sealed.events.findIndex(({ type }) => type === 'ballot.unsealed');
    const tampered = [
      lines.map((each) => each.replace('"Stage"', '"Theatre"')),
      lines.with(index, line.replace('40', '40.0')),
      lines.toSpliced(index, 1),
      lines.with(index, lines[index + 1] ?? '').with(index + 1, line),
      lines.slice(0, -3),
      lines.with(text, (lines[text] ?? '').replace('"text":"', '"text":"x')),
      lines.with(index, line.replace('"v":1', '"v":2')),
      signedAnew(lines, OTHER_KEY),
      forged(longOpenStage(), (events) => events.with(9, { ...events[9], at: '2025-01-01T00:00:00.000Z' })),
      forged(sealed, (events) => {
        const { data, ...event } = sealed.events[first] ?? {};
        return events.with(first, { ...event, data: { ...data, salt: 'b'.repeat(64) } });
      }),
      forged(sealed, (events) => events.toSpliced(first, 1)),
    ];
    for (const each of tampered) {
      const [theirs, ours] = await both(each);
      expect(theirs).toBe(ours);
      expect(theirs).not.toBe('0');
    }
  });

  it('refuses a log that was rolled back, and an altered receipt', async () => {
    const since = file(String(JSON.parse(lines.at(-1) ?? '')));
    expect(await python(bundleOf(opened()), ['--since', since])).toBe('1: 10 at null');
    const receipt = receiptOf(longOpenStage(), 33);
    const altered = file(JSON.stringify({ ...receipt, proof: receipt.proof.slice(1) }));
    expect(await python(lines, ['--receipt', altered])).toBe('1: 11 at 33');
    expect(await python(['nothing'])).toBe('2');
    expect(lines.filter(isEventLine).length).toBeGreaterThan(40);
  });
});
