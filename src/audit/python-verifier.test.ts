import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVerifierKey } from '@/ledger/note';
import { STEPS } from './steps';
import { isAdmitted } from './testing/admitted';
import { bundleOf, KEY, longOpenStage, receiptOf, sealedStage } from './testing/bundles';
import { edited, type Tampered } from './testing/corpus';
import { corpusOf, staged } from './testing/whole-corpus';

/** docs/verify.py, another's verifier in another language, on every sound bundle and on a sample of the corpus. */

const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const available =
  spawnSync('python3', ['--version']).status === 0 && /^OpenSSL [3-9]/.test(openssl.stdout ?? '');

interface Task extends Pick<Tampered, 'key' | 'since' | 'receipt'> {
  readonly lines: readonly string[];
}

/** One process for all of them: a task a line, a verdict a line. */
const DRIVER = `
import json, sys
sys.path.insert(0, "docs")
import verify
for task in map(json.loads, sys.stdin):
    receipts = [task["receipt"]] if "receipt" in task else []
    try:
        lines = iter([line.encode("utf-8", "surrogateescape") for line in task["lines"]])
        verify.verify(lines, task.get("key"), task.get("since"), receipts)
        print("holds")
    except verify.Fails as failure:
        print(*failure.args[:2])
    except ValueError:
        print("unreadable")
`;

function python(tasks: readonly Task[]): string[] {
  const input = tasks.map((task) => `${JSON.stringify(task)}\n`).join('');
  const out = execFileSync('python3', ['-c', DRIVER], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return out.trimEnd().split('\n').map(named);
}

/** By the step's name, as ours says it. */
function named(verdict: string): string {
  const [number, position] = verdict.split(' ');
  const step = STEPS.find((each) => String(each.number) === number);
  return step === undefined ? verdict : `${step.name} at ${position === 'None' ? 'null' : position}`;
}

/** Needs the rules, which it does not know: there it may find what is wrong later, at the tree at the latest. */
const BEYOND = /^(schema|permitted|results) at/;

/** Every so many of each class. */
function sample(cases: Iterable<Tampered>, every: number): Tampered[] {
  const seen = new Map<string, number>();
  return [...cases].filter(({ kind }) => {
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    return count % every === 0;
  });
}

describe.runIf(available)('docs/verify.py', { timeout: 120_000 }, () => {
  const sources = (['open', 'sealed', 'private'] as const).map(staged);

  it('accepts every sound bundle, with texts and without', () => {
    const bundles = [
      ...sources.map(({ sound }) => sound.lines),
      bundleOf(longOpenStage()),
      bundleOf(sealedStage()),
    ];
    const bare = bundles.map((lines) => lines.filter((line) => !line.startsWith('{"salt":')));
    const verdicts = python([...bundles, ...bare].map((lines) => ({ lines })));
    expect(new Set(verdicts)).toEqual(new Set(['holds']));
  });

  it.each(sources)('refuses what was tampered with in $mode at the steps that it covers', (from) => {
    const cases = sample(corpusOf(from), from.mode === 'open' ? 7 : 11).filter(
      ({ kind }) => !/^(forged|signed anew|cosignature)/.test(kind),
    );
    const verdicts = python(
      cases.map(({ edit, key, since, receipt }) => ({
        lines: edited(from.sound.lines, edit),
        ...(key !== undefined && { key }),
        ...(since !== undefined && { since }),
        ...(receipt !== undefined && { receipt }),
      })),
    );
    const wrong = cases.flatMap((tampered, index) => {
      const verdict = verdicts[index] ?? 'nothing';
      const { kind, what, earliest, latest } = tampered;
      const later = BEYOND.test(earliest) ? { ...tampered, latest: 'signature at null' } : tampered;
      return isAdmitted(verdict, later) ? [] : [`${kind}: ${what}: ${verdict}, not ${earliest} … ${latest}`];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(from.mode === 'private' ? 20 : 80);
  });

  it('tells step and position, and by its exit status what came of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-python-'));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const run = (lines: readonly string[], ...words: string[]) =>
      spawnSync('python3', ['docs/verify.py', file('bundle', `${lines.join('\n')}\n`), ...words], {
        encoding: 'utf8',
      });
    const stage = longOpenStage();
    const lines = bundleOf(stage);
    expect(run(lines).stdout).toContain("The key is the bundle's own word.");
    const receipt = receiptOf(stage, 5, 9);
    const kept = ['--since', file('since', receipt.checkpoint)];
    kept.push('--receipt', file('receipt', JSON.stringify(receipt)), '--key', formatVerifierKey(KEY));
    const { status, stdout } = run(lines, ...kept);
    expect([status, stdout]).toEqual([0, expect.not.stringContaining("the bundle's own word")]);
    const crlf = ['--since', file('crlf', receipt.checkpoint.replaceAll('\n', '\r\n'))];
    expect(run(lines, ...crlf)).toMatchObject({ status: 2 });
    expect(run(lines, '--receipt', join(folder, 'bundle'))).toMatchObject({ status: 2 });
    expect(run(lines, '--since', join(folder, 'none'))).toMatchObject({ status: 2 });
    expect(run(lines.toSpliced(9, 1))).toMatchObject({ status: 1 });
    expect(run(lines.slice(0, -1)).stdout).toContain('DOES NOT HOLD: step 8: the log as a whole');
    expect(run(['nothing'])).toMatchObject({ status: 2 });
  });
});
