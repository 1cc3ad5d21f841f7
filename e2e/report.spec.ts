import { openCheckpoint } from '@/ledger/checkpoint';
import { fromHex, toHex, utf8 } from '@/ledger/hash';
import { parseVerifierKey } from '@/ledger/note';
import { verifyInclusion } from '@/ledger/proof';
import { leafHash } from '@/ledger/tree';
import { closedNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { expect, NEGOTIATION, test } from './signed-in';

test('a report says what was recorded, and its proof verifies against its own checkpoint and key', async ({
  open,
}) => {
  const page = await open('facilitator');
  const negotiation = await closedNegotiation(page, []);
  await page.goto(`/n/${negotiation}/history`);
  await page.getByRole('link', { name: 'Report of the recorded result, to print' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Report: / })).toBeVisible();
  const text = async (id: string) => ((await page.getByTestId(id).textContent()) ?? '').trim();
  await expect(page.getByTestId('reproduced')).toContainText('hash to exactly this');
  await expect(page.getByTestId('redacted')).toHaveCount(0);

  const event = await text('event');
  const said: unknown = JSON.parse(event);
  expect(said).toMatchObject({ type: 'result.computed', data: { sha256: await text('result-hash') } });
  const position = Number(/"position":(\d+),"type"/.exec(event)?.[1]);
  const key = parseVerifierKey(await text('keys-1'));
  if (key === null) throw new Error('the page shows no key');
  const opened = openCheckpoint(`${await text('checkpoint')}\n`, key);
  if (!opened.ok) throw new Error(opened.reason);
  const { size, root } = opened.checkpoint;
  const path = (await text('audit-path')).split('\n').map(fromHex);
  const leaf = leafHash(utf8(event));
  expect(await text('leaf-hash')).toBe(toHex(leaf));
  expect(verifyInclusion(leaf, position, size, path, root)).toBe(true);
  expect(verifyInclusion(leafHash(utf8(`${event} `)), position, size, path, root)).toBe(false);

  for (const basis of ['informed', 'stated']) {
    const verdicts = page.locator(`#verdicts-${basis}`);
    await expect(verdicts.locator('[data-profile="licensed-scaling"]')).toContainText('clears the bar');
    await expect(verdicts.getByRole('table')).toBeVisible();
  }
  await expect(page.locator('#rounds').getByRole('row')).toHaveCount(2);
  await expect(page.locator('#limits')).toContainText('That a pseudonym is a real delegate.');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a report is printed black on white from the dark theme, without navigation, links with their addresses', async ({
  open,
}) => {
  const page = await open('facilitator');
  const negotiation = await closedNegotiation(page, []);
  await page.goto(`/n/${negotiation}/history/report`);
  const navigation = page.getByRole('navigation').first();
  const print = page.getByRole('button', { name: 'Print this page' });
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(navigation).toBeVisible();
  await expect(print).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(navigation).toBeHidden();
  await expect(print).toBeHidden();
  await expect(page.getByRole('link', { name: 'Save the checkpoint' })).toBeHidden();
  const paper = page.locator('html');
  await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
  const receipts = page.getByRole('link', { name: 'check the receipt' });
  const printed = await receipts.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toMatch(/https?:\/\/[^ ]+\/receipt/);
  await expect(page.getByRole('table').first()).toHaveCSS('break-inside', 'avoid');
});

test('where no result has been recorded the report says what to do, and tells nothing else', async ({
  open,
}) => {
  const page = await open('observer');
  await page.goto(`/n/${NEGOTIATION}/history/report`);
  await expect(page.getByTestId('no-result')).toContainText('One is recorded when a round closes');
  await expect(page.getByTestId('result-hash')).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});
