import { execFileSync } from 'node:child_process';
import { isAdmitted } from '@/audit/testing/admitted';
import type { Sound, Tampered } from '@/audit/testing/corpus';
import { expect, NEGOTIATION, test } from './signed-in';

const HISTORY = `/n/${NEGOTIATION}/history`;

/** Made in a process of its own: what runs here cannot load the modules of the domain. */
function corpus(mode: string): Pick<Sound, 'lines' | 'at'> & { readonly cases: readonly Tampered[] } {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'src/audit/testing/print-corpus.ts', mode],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return JSON.parse(printed);
}

const bytesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

interface Job {
  /** Of the page's own worker. */
  readonly script: string;
  readonly lines: readonly string[];
  readonly cases: readonly Pick<Tampered, 'edit' | 'key' | 'since' | 'receipt' | 'witness'>[];
}

/**
 * Runs in the page: `step at position`, or what else came of each case, as the tests of src/audit say it. Two workers
 * share the cases. Each bundle is put together here, from the lines and what is changed of them.
 */
async function verdictsInPage({ script, lines, cases }: Job): Promise<string[]> {
  interface Told {
    readonly kind: string;
    readonly verification?: {
      readonly kind: string;
      readonly failure?: { readonly step: string; readonly position: number | null };
    };
  }
  // Half a surrogate pair from U+DC80 on stands for a byte (src/audit/testing/corpus-bytes.ts).
  const parts = (text: string) =>
    text
      .split(/([\udc80-\udcff])/u)
      .map((part) => (part.isWellFormed() ? part : Uint8Array.of(part.charCodeAt(0) - 0xdc00)));
  const pending = cases.entries();
  const verdicts: string[] = [];
  const work = async () => {
    const worker = new Worker(script);
    const ask = (order: object) =>
      new Promise<Told>((resolve, reject) => {
        worker.onerror = (error) => reject(new Error(error.message));
        worker.onmessage = ({ data }) => {
          if (data.kind !== 'progress') resolve(data);
        };
        worker.postMessage(order);
      });
    for (const [index, { edit, key = null, since = null, receipt, witness }] of pending) {
      const edited = [...lines];
      edited.splice(edit.from, edit.remove, ...edit.lines);
      const told = await ask({
        bundle: new Blob(parts(edited.map((line) => `${line}\n`).join(''))),
        key,
        since,
        receipts: receipt === undefined ? [] : [receipt],
        witnesses: witness === undefined ? [] : [witness],
      });
      const failure = told.verification?.failure;
      if (failure !== undefined) verdicts[index] = `${failure.step} at ${failure.position}`;
      else if (told.kind.startsWith('bad-')) verdicts[index] = 'unreadable';
      else verdicts[index] = told.verification?.kind ?? told.kind;
    }
    worker.terminate();
  };
  await Promise.all([work(), work()]);
  return verdicts;
}

test('the verifier of the page refuses every case of the tamper corpus where it must', async ({ open }) => {
  // Some thousands of bundles, each with its signatures: a guard against hanging, not a measure.
  test.setTimeout(600_000);
  const page = await open('auditor');
  const started = page.waitForEvent('worker');
  await page.goto(HISTORY);
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  const script = (await started).url();
  await expect(page.getByTestId('verification')).toHaveAttribute('data-state', 'done');
  for (const mode of ['open', 'sealed', 'private']) {
    const { lines, cases } = corpus(mode);
    const untouched = { edit: { from: 0, remove: 0, lines: [] } };
    const [original, ...verdicts] = await page.evaluate(verdictsInPage, {
      script,
      lines,
      cases: [untouched, ...cases],
    });
    expect(original).toBe('holds');
    expect(verdicts.length).toBe(cases.length);
    const wrong = cases.flatMap((tampered, i) => {
      const verdict = verdicts[i] ?? 'none';
      return isAdmitted(verdict, tampered) ? [] : [`${mode}: ${tampered.kind}: ${tampered.what}: ${verdict}`];
    });
    expect(wrong).toEqual([]);
  }
});

test('the page names the step and the position at which a tampered bundle fails', async ({ open }) => {
  const { lines, at } = corpus('open');
  const position = 20;
  const index = at[position] ?? 0;
  const swapped = [...lines];
  [swapped[index], swapped[index + 1]] = [lines[index + 1] ?? '', lines[index] ?? ''];
  const page = await open('auditor');
  await page.route(`**/api/bundle/${NEGOTIATION}`, (route) => route.fulfill({ body: bytesOf(swapped) }));
  await page.goto(HISTORY);
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  const verdict = page.getByTestId('verification');
  await expect(verdict).toHaveAttribute('data-state', 'done');
  await expect(verdict).toContainText(
    `The history does not hold, at position ${position}: positions and times run on without a gap`,
  );
});
