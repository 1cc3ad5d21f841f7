import type { Page } from '@playwright/test';
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
  const events = page.locator('[data-position]');
  await expect(page.getByRole('feed', { name: 'Events of the history' })).toBeVisible();
  await expect(page.getByRole('article').first()).toHaveAttribute('aria-posinset', '1');

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

test('the history scrolls on to its first event, with few events in the document', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto(HISTORY);
  const articles = page.getByRole('article');
  await expect(articles.first()).toHaveAttribute('aria-setsize', /^\d+$/);
  const total = Number(await articles.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(100);
  await expect(page.locator(`[data-position="${total - 1}"]`)).toBeVisible();
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(page.locator('[data-position="0"]')).toBeInViewport({ timeout: 250 });
  }).toPass();
  await expect(page.getByText('The list ends here.')).toBeVisible();
  expect(await articles.count()).toBeLessThan(60);
  await expect(page.locator(`[data-position="${total - 1}"]`)).toHaveCount(0);
});

test('a link to a position shows it with its neighbours, and keys lead on from there', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(HISTORY);
  await page.getByRole('spinbutton', { name: 'Go to position' }).fill('70');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page).toHaveURL(/at=70/);
  const named = page.getByRole('article', { name: 'Event 70', exact: true });
  await expect(named).toBeInViewport();
  await expect(named.getByRole('link', { name: 'Link to event 70' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await expect(page.locator('[data-position="69"]')).toBeInViewport();
  await page.mouse.wheel(0, -600);
  await expect(page.locator('[data-position="73"]')).toBeInViewport();

  await named.focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('article', { name: 'Event 69', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(named).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('article', { name: 'Event 71', exact: true })).toBeFocused();
});

test('a list with filters that was opened in its middle scrolls back to its beginning, and nothing in view moves', async ({
  open,
}) => {
  const page = await open('auditor');
  await page.goto(HISTORY);
  await expect(page.getByRole('article').first()).toHaveAttribute('aria-setsize', /^\d+$/);
  const total = Number(await page.getByRole('article').first().getAttribute('aria-setsize'));
  // A filter that everything fits: the list has the same events, but knows of no others than those that it was told of.
  await page.goto(`${HISTORY}?since=2000-01-01&at=20#p20`);
  const named = page.getByRole('article', { name: 'Event 20', exact: true });
  const top = async () => Math.round((await named.boundingBox())?.y ?? Number.NaN);
  await expect(named).toBeInViewport();
  await page.evaluate(() => document.fonts.ready);
  await expect(page.getByRole('article', { name: 'Event 23', exact: true })).toBeAttached();
  expect(await top()).toBeLessThan(40);
  await page.mouse.wheel(0, -300);
  await expect(page.getByRole('article', { name: 'Event 21', exact: true })).toBeInViewport();
  const { left, shown } = await page.evaluate(() => {
    const articles = [...document.querySelectorAll('article [data-position]')];
    const inView = articles.filter((each) => each.getBoundingClientRect().bottom > 0);
    return { left: scrollY, shown: inView.map((each) => Number(each.getAttribute('data-position'))) };
  });
  // More than a page of events lies above, which the address did not lead to.
  expect(left).toBeGreaterThan(3_000);
  expect(shown).toEqual(shown.map((_, place) => (shown[0] ?? 0) - place));

  await named.focus();
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('article', { name: 'Event 21', exact: true })).toBeFocused();

  await expect(async () => {
    await page.mouse.wheel(0, -2_000);
    await expect(page.getByText('The list begins here.')).toBeInViewport({ timeout: 250 });
  }).toPass();
  await expect(page.getByRole('article', { name: `Event ${total - 1}`, exact: true })).toBeVisible();
  await expect(page.getByRole('article').first()).toHaveAttribute('aria-posinset', '1');
  expect(await page.getByRole('article').count()).toBeLessThan(60);
  await expect(page.getByText(`${total} events that fit, newest first.`)).toBeVisible();
});

test('bytes stay open while one scrolls away and back', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(`${HISTORY}?order=oldest`);
  const first = page.getByRole('article', { name: 'Event 0', exact: true });
  await first.getByText('Bytes and proof', { exact: true }).click();
  await expect(first).toContainText('Leaf hash');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(first).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(first).toContainText('Leaf hash');
});

test('what does not come says so, and comes when it is asked for again', async ({ open }) => {
  const page = await open('auditor');
  const asked: string[] = [];
  let isDown = true;
  await page.route(/history\.(list|proof)/, (route, request) => {
    asked.push(request.url());
    return isDown ? route.abort() : route.continue();
  });
  await page.goto(`${HISTORY}?order=oldest`);
  const first = page.getByRole('article', { name: 'Event 0', exact: true });
  const proof = first.getByText('Bytes and proof', { exact: true });
  await proof.click();
  await expect(first).toContainText('The proof could not be fetched.');
  expect(asked).toHaveLength(2);
  isDown = false;
  await proof.click();
  await proof.click();
  await expect(first).toContainText('Leaf hash');

  isDown = true;
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.getByText('These events could not be fetched.').first()).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Fetch again' }).click();
  await expect(page.getByText('These events could not be fetched.')).toHaveCount(0);
  await expect(page.getByRole('article').last()).toContainText('Bytes and proof');
});

/** The script of the page waits until it is let go. */
async function holdScript(page: Page): Promise<() => void> {
  let arrive = () => {};
  const script = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await script;
    await route.continue();
  });
  return arrive;
}

test('bytes that were opened before the page had its script are fetched once it has', async ({ open }) => {
  const page = await open('auditor');
  const arrive = await holdScript(page);
  await page.goto(`${HISTORY}?order=oldest`, { waitUntil: 'commit' });
  const first = page.locator('[data-position="0"]');
  await first.getByText('Bytes and proof', { exact: true }).click();
  await expect(first.locator('details')).toHaveAttribute('open');
  arrive();
  await expect(first).toContainText('Leaf hash');
});

test('what is under the pointer stays there while the script arrives', async ({ open }) => {
  const page = await open('auditor');
  const arrive = await holdScript(page);
  await page.goto(`${HISTORY}?order=oldest`, { waitUntil: 'domcontentloaded' });
  const first = page.getByRole('article', { name: 'Event 0', exact: true });
  const summary = first.getByText('Bytes and proof', { exact: true });
  await page.evaluate(() => document.fonts.ready);
  await summary.hover();
  await page.mouse.down();
  await expect(summary).toBeFocused();
  arrive();
  await expect(first).toHaveAttribute('tabindex', '0');
  await page.mouse.up();
  await expect(first).toContainText('Leaf hash');
});

test('without script links lead through the whole history and back', async ({ open }) => {
  const page = await open('facilitator');
  const html = async (path: string) => (await page.request.get(path)).text();
  const first = await html(`${HISTORY}?order=oldest`);
  expect(first).toContain('data-position="49"');
  expect(first).not.toContain('data-position="50"');
  expect(first).toMatch(/href="[^"]*at=50[^"]*"[^>]*>Newer events/);
  const second = await html(`${HISTORY}?at=50&order=oldest`);
  expect(second).toContain('data-position="99"');
  expect(second).toMatch(/href="[^"]*at=0[^"]*"[^>]*>Older events/);
});

test('filters that fit nothing say so, and what is not understood is named', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(`${HISTORY}?until=1999-12-31&actor=Alice`);
  await expect(page.getByText('No event that you may see fits these filters.')).toBeVisible();
  await expect(page.getByText('Not understood, and left out: Pseudonym.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Show everything' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${HISTORY}$`));
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
