import { parseVerifierKey } from '@/ledger/note';
import { type Receipt, verifyReceipt } from '@/ledger/receipt';
import { accessibilityFaults } from './pages/accessibility';
import { expect, NEGOTIATION, test } from './signed-in';

const HISTORY = `/n/${NEGOTIATION}/history`;

test('an auditor finds a ballot, opens its bytes, and its proof verifies against the key of the page', async ({
  open,
}) => {
  const page = await open('auditor');
  await page.goto(`/n/${NEGOTIATION}`);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  const events = page.getByRole('list', { name: 'Events of the history' }).getByRole('listitem');
  await expect(events).toHaveCount(50);

  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Kind of event').selectOption('Ballots');
  await page.getByLabel('Stakeholder').selectOption('Aurora Labs');
  await page.getByLabel('Profile').selectOption('Licensed scaling');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/type=ballots&stakeholder=lab-aurora&profile=licensed-scaling/);
  await expect(events.first()).toContainText(/u_\w+ cast a ballot for Aurora Labs, with \d+ profiles scored/);
  for (const type of await events.evaluateAll((all) => all.map((each) => each.getAttribute('data-type'))))
    expect(type).toBe('ballot.cast');

  const position = Number(await events.first().getAttribute('data-position'));
  await page.getByText('Bytes and proof', { exact: true }).first().click();
  await expect(events.first()).toContainText('"type":"ballot.cast"');
  const download = page.waitForEvent('download');
  await events.first().getByRole('link', { name: 'Save as a receipt' }).click();
  expect((await download).suggestedFilename()).toBe(`parley-receipt-${NEGOTIATION}-${position}.json`);
  const saved = await events.first().getByRole('link', { name: 'Save as a receipt' }).getAttribute('href');
  const receipt: Receipt = JSON.parse(decodeURIComponent((saved ?? '').split(',').slice(1).join(',')));
  const key = parseVerifierKey(((await page.getByTestId('verifier-key').textContent()) ?? '').trim());
  if (key === null) throw new Error('the page shows no key');
  expect(verifyReceipt(receipt, key)).toMatchObject({ ok: true });
  const forged = receipt.event.replace('"lab-aurora"', '"lab-borealis"');
  expect(verifyReceipt({ ...receipt, event: forged }, key)).toMatchObject({ ok: false });

  await page.goto(`${HISTORY}?at=${position}#p${position}`);
  await expect(page.getByRole('link', { name: `Link to event ${position}` })).toHaveAttribute(
    'aria-current',
    'location',
  );
});

test('pages lead through the whole history and back', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto(`${HISTORY}?order=oldest`);
  const positions = () =>
    page.locator('[data-position]').evaluateAll((all) => all.map((each) => Number(each.dataset['position'])));
  expect((await positions()).slice(0, 3)).toEqual([0, 1, 2]);
  await page.getByRole('link', { name: 'Newer events' }).click();
  await expect(page).toHaveURL(/at=50/);
  expect((await positions())[0]).toBe(50);
  await page.getByRole('link', { name: 'Older events' }).click();
  await expect(page).toHaveURL(/at=0/);
  expect((await positions())[0]).toBe(0);
});

test('filters that fit nothing say so, and what is not understood is named', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(`${HISTORY}?until=1999-12-31&actor=Alice`);
  await expect(page.getByText('No event that you may see fits these filters.')).toBeVisible();
  await expect(page.getByText('Not understood, and left out: Pseudonym.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Show everything' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${HISTORY}$`));
});

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

  await page.route('**/api/bundle/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"race":', '"rage":');
    await route.fulfill({ response, body });
  });
  await verify.click();
  await expect(verification).toContainText('The history does not hold, at position', { timeout: 30_000 });
});

test('the history is accessible in both themes and at both widths', async ({ open }) => {
  test.setTimeout(120_000);
  const page = await open('auditor');
  for (const query of ['?type=ballots', '?until=1999-12-31&actor=Alice']) {
    await page.goto(`${HISTORY}${query}`);
    const proof = page.getByText('Bytes and proof', { exact: true });
    if ((await proof.count()) > 0) {
      await proof.first().click();
      await expect(page.getByText(/Inclusion proof/)).toBeVisible();
    }
    expect(await accessibilityFaults(page), query).toEqual([]);
  }
});
