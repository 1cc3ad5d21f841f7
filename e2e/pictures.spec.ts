import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { NegotiationFile } from '@/negotiation/file/model';
import { inventNegotiation } from './invented';
import { BallotPage } from './pages/ballot-page';
import { SessionPage } from './pages/session-page';
import { expect, NEGOTIATION, test } from './signed-in';

/**
 * The pictures of the guides in docs/, made anew by `PARLEY_PICTURES=1 npm test -- browser pictures`; without the
 * variable playwright.config.ts leaves this file out, or every run would change files that are kept.
 */
const FOLDER = 'docs/screenshots/guides';
const WIDTH = 1000;
const PHONE = 360;

const FILE: NegotiationFile = JSON.parse(readFileSync('src/core/examples/frontier-training.json', 'utf8'));

const TABLE = `Stakeholder\tKind\tCompute\tPopulation
Aurora Labs\tlab\t310\t0
Borealis AI\tlab\t280\t0
Equinox Cloud\tcompany\t190\t0
Union of Cala\tgovernment\t120\t450
Dovra\tgovernment\t60\t1400
Institute of Norms\tstandards-body\t4.5\t0`;

/** The window as it is, at most `height` pixels of it, with `top` at its upper edge. */
async function take(
  page: Page,
  name: string,
  { top, height = 760 }: { top?: Locator; height?: number } = {},
) {
  const { width } = page.viewportSize() ?? { width: WIDTH };
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await top?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('for facilitators', async ({ open }) => {
  const page = await open('facilitator', { width: WIDTH });
  await page.goto('/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Licences for frontier training');
  await page.getByRole('button', { name: 'Create it in draft' }).click();
  const stakeholders = section(page, 'Stakeholders and weights');
  await stakeholders.getByLabel('Paste cells here').fill(TABLE);
  await expect(stakeholders.getByRole('button', { name: 'Take in 5 rows' })).toBeVisible();
  await take(page, 'facilitator-table', { top: stakeholders.getByText('Paste cells here'), height: 720 });

  const negotiation = await inventNegotiation(page, FILE, []);
  await page.goto(`/n/${negotiation}/set-up`);
  // It is not worked out before somebody looks.
  await page.getByRole('heading', { name: 'What this rule comes to' }).scrollIntoViewIfNeeded();
  await take(page, 'facilitator-rule', { top: page.getByText(/minimal adequate coalitions/), height: 440 });

  await page.goto(`/n/${NEGOTIATION}/people`);
  await page.getByLabel('E-mail addresses, one a line').fill('ada@labs.example\ngrace@labs.example');
  await take(page, 'facilitator-people', { top: section(page, 'Invite') });

  await page.goto(`/n/${NEGOTIATION}/session`);
  await expect(page.getByTestId('session-state')).toBeVisible();
  await take(page, 'facilitator-session', { height: 720 });

  const desk = new SessionPage(page, negotiation);
  await desk.open();
  await desk.button('Open round 1').click();
  await desk.confirm('Close the round now', 'Close round 1');
  await expect(desk.section('Conclude').getByRole('radio').first()).toBeVisible();
  await take(page, 'facilitator-conclude', { top: desk.section('Conclude') });
});

test('for delegates', async ({ open }) => {
  const facilitator = await open('facilitator');
  const negotiation = await inventNegotiation(facilitator, FILE, []);
  await facilitator.goto(`/n/${negotiation}/people`);
  await facilitator.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Delegate' });
  await facilitator.getByRole('combobox', { name: 'Speaks for' }).selectOption({ label: 'Aurora Labs' });
  await facilitator.getByRole('button', { name: 'Make a link instead' }).click();
  const guest = await open(null, { width: PHONE });
  await guest.goto(await facilitator.getByTestId('invitation-link').getByRole('textbox').inputValue());
  await guest.getByLabel('Name, as members will see it').fill('Ada Okafor');
  await take(guest, 'delegate-join');

  const ballot = new BallotPage(await open('lab-aurora', { width: WIDTH }));
  await ballot.open('lab-aurora');
  await ballot.number('Licensed scaling', 'low').fill('60');
  await expect(ballot.draftState).toHaveText('Draft saved.');
  const scale = ballot.page.getByRole('heading', { name: 'All profiles on one scale' });
  await take(ballot.page, 'delegate-ballot', { top: scale, height: 704 });

  await ballot.page.setViewportSize({ width: PHONE, height: 760 });
  await ballot.review.click();
  await ballot.dialog.getByRole('button', { name: 'Cast the ballot' }).click();
  await expect(ballot.receipt).toBeVisible();
  await take(ballot.page, 'delegate-receipt', { top: ballot.receipt });

  // Wide enough for every column of the grid.
  const threats = await open('lab-aurora', { width: WIDTH + 100 });
  await threats.goto(`/n/${NEGOTIATION}/threats`);
  await threats.locator('[data-cell="1 1"]').click();
  await threats.keyboard.press('Minus');
  await threats.keyboard.press('Digit1');
  await take(threats, 'delegate-threats', { top: section(threats, 'Assessments of Aurora Labs') });
});

test('for observers', async ({ open }) => {
  const page = await open('observer', { width: WIDTH });
  await page.goto(`/n/${NEGOTIATION}?basis=informed`);
  await take(page, 'observer-overview', { top: page.getByTestId('standing-sentence'), height: 555 });
  await page.goto(`/n/${NEGOTIATION}/results?basis=informed`);
  await take(page, 'observer-results', { top: section(page, 'Why, profile by profile'), height: 680 });
  await page.goto(`/n/${NEGOTIATION}/history`);
  await page.getByRole('link', { name: 'Oldest first' }).click();
  await expect(page.getByText('oldest first.', { exact: false })).toBeVisible();
  await take(page, 'observer-history', { top: section(page, 'Events') });
});
