import { readFileSync } from 'node:fs';
import { formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { signingKey } from '@/ledger/note';
import { expect, NEGOTIATION, test } from './signed-in';

/** The history page's audit bundle: taken along, and verified where it was taken. */
const HISTORY = `/n/${NEGOTIATION}/history`;

test('an auditor takes the whole history along as a bundle, which others are refused', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(HISTORY);
  const address = await page.getByRole('link', { name: 'Download the audit bundle' }).getAttribute('href');
  const response = await page.request.get(address ?? '');
  expect(response.headers()['content-type']).toMatch(/ndjson/);
  const lines = (await response.text()).trimEnd().split('\n');
  const checkpoint: unknown = JSON.parse(lines.at(-1) ?? '');
  const events = lines.filter((line) => line.startsWith('{"actor":'));
  expect(String(checkpoint)).toContain(`/parley/${NEGOTIATION}\n${events.length}\n`);

  const observer = await open('observer');
  await observer.goto(HISTORY);
  await expect(observer.getByText('Auditors of this negotiation can download it.')).toBeVisible();
  expect((await observer.request.get(`/api/bundle/${NEGOTIATION}`)).status()).toBe(403);
  await expect(observer.locator('[data-type="hidden"]').first()).toContainText('is not shown to you');
  await observer.getByText('Bytes and proof', { exact: true }).first().click();
  await expect(observer.getByText(/Inclusion proof/).first()).toBeVisible();
});

test('an auditor verifies the whole history in the browser, and hears what that does not show', async ({
  open,
}) => {
  const page = await open('auditor');
  await page.goto(HISTORY);
  const verification = page.getByTestId('verification');
  const verify = page.getByRole('button', { name: 'Verify in this browser' });
  const key = ((await page.getByTestId('verifier-key').textContent()) ?? '').trim();
  await page.getByText('Check against what you have kept yourself').click();
  await page.getByLabel('Verifier key that you were given').fill(key.replace('localhost', 'elsewhere'));
  await verify.click();
  await expect(verification).toContainText('That is not a verifier key.', { timeout: 30_000 });
  await page.getByLabel('Verifier key that you were given').fill(key);
  const checkpoint = (await page.getByTestId('checkpoint').textContent()) ?? '';
  await page.getByLabel('Older checkpoint that you kept').fill(checkpoint);
  await verify.click();
  await expect(verification).toContainText(/All of it holds: \d+ events/, { timeout: 50_000 });
  await expect(verification).toContainText('the history goes on from the older checkpoint: 1 time');
  await expect(verification).toContainText('That a pseudonym is a real delegate.');
  await expect(verification).not.toContainText('Whose key it is');
  await expect(verification).toContainText(
    'That there is no second history, shown to others: no witness was asked.',
  );
  await page.getByLabel('Witnesses that must have cosigned').fill(key);
  await verify.click();
  await expect(verification).toContainText('One of the lines is no key of a witness.', { timeout: 30_000 });
  const stranger = witnessKeyOf(signingKey('witness.example/w1', new Uint8Array(32).fill(21)));
  await page.getByLabel('Witnesses that must have cosigned').fill(formatWitnessKey(stranger));
  await verify.click();
  await expect(verification).toContainText(
    'The history does not hold: the witnesses have cosigned this history.',
    { timeout: 50_000 },
  );
  await page.getByLabel('Witnesses that must have cosigned').fill('');

  await page.route('**/api/bundle/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"race":', '"rage":');
    await route.fulfill({ response, body });
  });
  await verify.click();
  await expect(verification).toContainText('The history does not hold, at position', { timeout: 30_000 });
});

test('a bundle that was saved is verified though the server is gone once the page has loaded', async ({
  open,
}, info) => {
  const page = await open('auditor');
  const started = page.waitForEvent('worker');
  await page.goto(HISTORY);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the audit bundle' }).click();
  const saved = info.outputPath('bundle.ndjson');
  await (await download).saveAs(saved);
  // Its script has come once it answers.
  await (await started).evaluate(() => true);
  await page.context().setOffline(true);
  const verification = page.getByTestId('verification');
  const verify = page.getByRole('button', { name: 'Verify in this browser' });
  await verify.click();
  await expect(verification).toContainText('The bundle could not be downloaded. Nothing was checked.');
  await page.getByText('Check against what you have kept yourself').click();
  const file = page.getByLabel('Audit bundle that you saved');
  await file.setInputFiles(saved);
  await verify.click();
  await expect(verification).toContainText(/All of it holds: \d+ events/);
  const changed = readFileSync(saved, 'utf8').replace('"race":', '"rage":');
  await file.setInputFiles({ name: 'changed', mimeType: 'text/plain', buffer: Buffer.from(changed) });
  await verify.click();
  await expect(verification).toContainText('The history does not hold, at position');
});
