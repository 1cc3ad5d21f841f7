import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { closedNegotiation } from './invented';
import { SignInPage } from './pages/sign-in-page';
import { expect, test } from './signed-in';

/** What a click saves, as a file of the test's own. */
async function saved(page: Page, link: Locator, path: string): Promise<string> {
  const download = page.waitForEvent('download');
  await link.click();
  await (await download).saveAs(path);
  return path;
}

/** `parley verify`, away from the server and its pages. */
function verify(words: readonly string[]): { status: number | null; stdout: string } {
  return spawnSync('node', ['bin/parley.js', 'verify', ...words], { encoding: 'utf8' });
}

test('an auditor reads a past standing, verifies, takes bundle and report home, and checks them there', async ({
  open,
}, info) => {
  const facilitator = await open('facilitator');
  const negotiation = await closedNegotiation(facilitator, [
    { page: await open('auditor'), role: 'auditor' },
  ]);
  const history = `/n/${negotiation}/history`;
  const page = await open(null);
  const text = async (id: string) => ((await page.getByTestId(id).textContent()) ?? '').trim();
  const home = (name: string) => info.outputPath(name);

  await test.step('signs in and reads the standing at a past position', async () => {
    await new SignInPage(page).signIn('auditor@demo.example', 'parley-demo');
    await page.goto(history);
    await page.getByRole('link', { name: 'The standing over time' }).click();
    const standing = page.getByTestId('standing-then');
    const slider = page.getByRole('slider', { name: 'Position in the history' });
    await expect(standing).toContainText(/clears the bar/);
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(standing).toHaveText('There is no standing at position 0: the set-up is not whole yet.');
    await page.getByRole('button', { name: /^Round 1 opened/ }).click();
    await expect(standing).not.toHaveAttribute('data-position', '0');
    await expect(standing).toContainText(/bar/);
  });

  const receipt = home('receipt.json');
  const bundle = home('history.ndjson');
  const checkpoint = home('checkpoint.txt');
  let key = '';
  await test.step('verifies in the browser, and saves the bundle and a receipt', async () => {
    await page.goto(history);
    await page.getByRole('button', { name: 'Verify in this browser' }).click();
    await expect(page.getByTestId('verification')).toContainText(/All of it holds: \d+ events/);
    await saved(page, page.getByRole('link', { name: 'Download the audit bundle' }), bundle);
    const newest = page.locator('[data-position]').first();
    await newest.getByText('Bytes and proof', { exact: true }).click();
    await saved(page, newest.getByRole('link', { name: 'Save as a receipt' }), receipt);
    key = await text('verifier-key');
  });

  await test.step('takes the report home, on paper and with its checkpoint', async () => {
    await page.getByRole('link', { name: 'Report of the recorded result, to print' }).click();
    await expect(page.getByTestId('reproduced')).toContainText('hash to exactly this');
    await saved(page, page.getByRole('link', { name: 'Save the checkpoint' }), checkpoint);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(bundle, 'utf8')).toContain(await text('result-hash'));
  });

  await test.step('at home the command line accepts the bundle, and no other', async () => {
    const kept = ['--key', key, '--since', checkpoint, '--receipt', receipt];
    const { status, stdout } = verify([bundle, ...kept]);
    expect(stdout).toMatch(/events/);
    expect(status).toBe(0);
    const changed = home('changed.ndjson');
    writeFileSync(changed, readFileSync(bundle, 'utf8').replace('"race":', '"rage":'));
    expect(verify([changed, ...kept]).status).toBe(1);
  });

  await test.step('checks the receipt, signed out', async () => {
    const visitor = await open(null);
    await visitor.goto('/receipt');
    await visitor.getByLabel('Receipt, audit bundle, or both, as files').setInputFiles([receipt, bundle]);
    await visitor.getByLabel('Verifier key that you were given by another way').fill(key);
    await visitor.getByRole('button', { name: 'Check', exact: true }).click();
    const verdict = visitor.getByTestId('receipt-verdict');
    await expect(verdict).toContainText('The receipt holds.');
    await expect(verdict).toContainText(`of ${negotiation}`);
    await expect(verdict).toContainText('receipts are kept: 1 time');
  });
});
