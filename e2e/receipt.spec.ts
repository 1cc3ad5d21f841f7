import { readFile } from 'node:fs/promises';
import { accessibilityFaults } from './pages/accessibility';
import { BallotPage } from './pages/ballot-page';
import { expect, NEGOTIATION, test } from './signed-in';

test('a receipt is accepted without an account, and refused with one figure changed', async ({ open }) => {
  const ballot = new BallotPage(await open('lab-aurora'));
  await ballot.open('lab-aurora');
  await ballot.review.click();
  await ballot.dialog.getByRole('button', { name: 'Cast the ballot' }).click();
  const download = ballot.page.waitForEvent('download');
  await ballot.receipt.getByRole('button', { name: 'Download the receipt' }).click();
  const file = await (await download).path();
  const text = await readFile(file, 'utf8');
  const position = await ballot.receipt.getAttribute('data-position');
  await ballot.page.goto(`/n/${NEGOTIATION}/history`);
  const key = ((await ballot.page.getByTestId('verifier-key').textContent()) ?? '').trim();

  const page = await open(null);
  await page.goto('/');
  await page.getByRole('link', { name: 'Check a receipt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check a receipt' })).toBeVisible();
  const verdict = page.getByTestId('receipt-verdict');
  const check = page.getByRole('button', { name: 'Check', exact: true });
  await check.click();
  await expect(verdict).toContainText('Give a receipt first');

  await page.getByLabel('Verifier key that you were given by another way').fill(key);
  const chosen = page.getByLabel('Receipt, audit bundle, or both, as files');
  await chosen.setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await check.click();
  await expect(verdict).toContainText(`The receipt holds. Event ${position} of ${NEGOTIATION}`);
  await expect(verdict).toContainText('lab-aurora');
  await expect(verdict.getByRole('row', { name: /^licensed-scaling / })).toBeVisible();
  await expect(verdict).toContainText('That today’s history still goes on from this checkpoint.');
  expect(await accessibilityFaults(page)).toEqual([]);

  // The page is loaded: from here on it needs nobody.
  await page.context().setOffline(true);
  const forged = text.replace(/(\\"licensed-scaling\\":\[)\d+/, '$11');
  expect(forged).not.toBe(text);
  await chosen.setInputFiles([]);
  await page.getByLabel('Or the text of a receipt').fill(forged);
  await check.click();
  await expect(verdict).toContainText('This receipt does not hold.');
  await expect(verdict).toContainText('the event is not the one that it covers');
  await page.getByLabel('Or the text of a receipt').fill(text);
  await check.click();
  await expect(verdict).toContainText('The receipt holds.');
});

test('without a key the one that the installation serves is used, and with a bundle the history is checked too', async ({
  open,
}) => {
  const auditor = await open('auditor');
  await auditor.goto(`/n/${NEGOTIATION}/history?type=ballots`);
  const events = auditor.locator('[data-position]');
  const position = await events.first().getAttribute('data-position');
  await events.first().getByText('Bytes and proof', { exact: true }).click();
  const link = events.first().getByRole('link', { name: 'Save as a receipt' });
  const saved = (await link.getAttribute('href')) ?? '';
  const receipt = decodeURIComponent(saved.split(',').slice(1).join(','));
  const bundle = await (await auditor.request.get(`/api/bundle/${NEGOTIATION}`)).text();

  const page = await open(null);
  await page.goto('/receipt');
  const verdict = page.getByTestId('receipt-verdict');
  const check = page.getByRole('button', { name: 'Check', exact: true });
  const files = page.getByLabel('Receipt, audit bundle, or both, as files');
  const asFile = (name: string, text: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  });
  await files.setInputFiles(asFile('receipt.json', receipt));
  await check.click();
  await expect(verdict).toContainText(`The receipt holds. Event ${position} of ${NEGOTIATION}`);
  await expect(verdict).toContainText('The one that this installation serves.');
  await expect(verdict).toContainText('Get the audit bundle from an auditor');

  await files.setInputFiles([asFile('receipt.json', receipt), asFile('history.ndjson', bundle)]);
  await check.click();
  await expect(verdict).toContainText('The receipt holds.');
  await expect(verdict).toContainText(/All of it holds: \d+ events/);
  await expect(verdict).toContainText('receipts are kept: 1 time');
  expect(await accessibilityFaults(page)).toEqual([]);

  // A sound receipt, beside a history that does not hold: each is told by itself.
  const changed = bundle.replace('"race":', '"rage":');
  expect(changed).not.toBe(bundle);
  await files.setInputFiles([asFile('receipt.json', receipt), asFile('history.ndjson', changed)]);
  await check.click();
  await expect(verdict).toContainText('The history does not hold, at position');
});
