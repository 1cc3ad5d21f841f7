import type { Page } from '@playwright/test';
import type { NegotiationFile } from '@/negotiation/file/model';
import { call, inventNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { BallotPage } from './pages/ballot-page';
import { tabTo } from './pages/keyboard';
import { expect, test } from './signed-in';

const FILE: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'By post',
  dimensions: [{ id: 'compute', label: 'Compute' }],
  rule: { members: { atLeast: 1 } },
  stakeholders: [
    { id: 'north', name: 'North Labs', kind: 'lab', weights: { compute: 60 } },
    { id: 'south', name: 'South Labs', kind: 'lab', weights: { compute: 40 } },
  ],
  profiles: [
    { id: 'today', title: 'As today', default: true },
    { id: 'inspect', title: 'Inspect each other' },
    { id: 'limit', title: 'A common limit' },
  ],
};

const PHONE = { width: 360 };

/** The numbers of a profile, typed with the keyboard. */
async function type(page: Page, profile: string, scores: readonly [string, string, string]) {
  const ballot = new BallotPage(page);
  await tabTo(
    page,
    page.getByRole('group', { name: profile }).getByRole('checkbox', { name: 'State a score' }),
  );
  await page.keyboard.press('Space');
  for (const [k, end] of (['low', 'best', 'high'] as const).entries()) {
    await tabTo(page, ballot.number(profile, end));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(scores[k] ?? '');
  }
}

async function press(page: Page, role: 'button' | 'link', name: string | RegExp) {
  await tabTo(page, page.getByRole(role, { name }));
  await page.keyboard.press('Enter');
}

async function fits(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

test('on a phone, by keyboard alone: a ballot from paper is entered on the common scale, confirmed, and changed', async ({
  open,
}) => {
  const facilitator = await open('facilitator', PHONE);
  const delegate = await open('lab-aurora', PHONE);
  const negotiation = await inventNegotiation(facilitator, FILE, [{ page: delegate, stakeholder: 'north' }]);
  await call(facilitator, 'round.open', { negotiation, deadline: null, idempotencyKey: crypto.randomUUID() });
  const paper = new BallotPage(facilitator, negotiation);
  const own = new BallotPage(delegate, negotiation);

  await test.step('the facilitator types what stands on it', async () => {
    await facilitator.goto(`/n/${negotiation}/people`);
    await press(facilitator, 'link', /^Enter a paper ballot.*North Labs$/);
    await expect(
      facilitator.getByRole('heading', { level: 1, name: 'Paper ballot of North Labs' }),
    ).toBeVisible();
    await expect(facilitator.getByText('on the paper', { exact: false })).toBeVisible();
    // Nothing is suggested, of the default neither: what is not on the paper is left out.
    await expect(facilitator.getByRole('checkbox', { name: 'State a score', checked: true })).toHaveCount(0);
    await expect(facilitator.getByTestId('remarks')).toContainText('The ballot covers no profile.');
    await tabTo(facilitator, facilitator.getByRole('group', { name: 'As today' }).getByRole('checkbox'));
    await facilitator.keyboard.press('Space');
    const today = facilitator.getByRole('textbox', { name: 'As today: today' });
    await expect(today).toHaveValue('');
    await tabTo(facilitator, today);
    await facilitator.keyboard.type('50');
    await type(facilitator, 'Inspect each other', ['55', '60', '70.5']);
    // A step of one, by an arrow on the scale.
    await tabTo(facilitator, paper.handle('Inspect each other', 'best'));
    await facilitator.keyboard.press('ArrowRight');
    expect(await paper.numbers('Inspect each other')).toEqual([55, 61, 70.5]);
    await fits(facilitator);
    expect(await accessibilityFaults(facilitator)).toEqual([]);
    await tabTo(facilitator, facilitator.getByLabel('Note for the delegates', { exact: false }));
    await facilitator.keyboard.type('By post, on Tuesday.');
    await press(facilitator, 'button', 'Enter the ballot');
    await expect(facilitator.getByRole('heading', { name: 'The ballot is entered' })).toBeFocused();
  });

  await test.step('a delegate compares it and confirms it', async () => {
    await own.open();
    const entered = delegate.getByTestId('paper-ballot');
    await expect(entered).toContainText('By post, on Tuesday.');
    await expect(entered.getByRole('row', { name: /^Inspect each other 55 61 70.5/ })).toBeVisible();
    await fits(delegate);
    expect(await accessibilityFaults(delegate)).toEqual([]);
    await press(delegate, 'button', 'Confirm: it is ours');
    await expect(own.receipt).toContainText('The ballot is in the history');
  });

  await test.step('the next ballot starts from it, and says what changes', async () => {
    await press(delegate, 'button', 'Write another ballot');
    await expect(own.receipt).toHaveCount(0);
    await expect.poll(() => own.numbers('Inspect each other')).toEqual([55, 61, 70.5]);
    await expect(own.draftState).toHaveText('Nothing to save yet.');
    await tabTo(delegate, own.number('Inspect each other', 'high'));
    await delegate.keyboard.press('ControlOrMeta+a');
    await delegate.keyboard.type('80');
    await expect(own.draftState).toHaveText('Draft saved.');
    await press(delegate, 'button', 'Review what will be recorded');
    await expect(own.dialog).toContainText('What changes against the ballot that counts');
    await tabTo(delegate, own.dialog.getByRole('button', { name: 'Cast the ballot' }));
    await delegate.keyboard.press('Enter');
    await expect(own.receipt).toContainText('What changed against the ballot before');
    // Casting drops the draft, so none is saved until the next edit.
    await press(delegate, 'button', 'Write another ballot');
    await expect(own.draftState).toHaveText('Nothing to save yet.');
    await tabTo(delegate, own.number('Inspect each other', 'high'));
    await delegate.keyboard.press('ControlOrMeta+a');
    await delegate.keyboard.type('81');
    await expect(own.draftState).toHaveText('Draft saved.');
  });
});

test('a confirmation that comes too late says so, also once the page is read anew and its card has gone', async ({
  open,
}) => {
  const facilitator = await open('facilitator');
  const delegate = await open('lab-aurora');
  const negotiation = await inventNegotiation(facilitator, FILE, [{ page: delegate, stakeholder: 'north' }]);
  await call(facilitator, 'round.open', { negotiation, deadline: null, idempotencyKey: crypto.randomUUID() });
  await call(facilitator, 'ballot.enter', {
    negotiation,
    stakeholder: 'north',
    ballot: { scores: { today: 50, inspect: 60 } },
    note: null,
    idempotencyKey: crypto.randomUUID(),
  });
  // Another browser: the same one sends under the same key, and is answered as the first time.
  const behind = await open('lab-aurora');
  await behind.route('**/standing.live**', (route) => route.abort());
  for (const page of [behind, delegate]) await new BallotPage(page, negotiation).open();
  const confirm = 'Confirm: it is ours';
  await delegate.getByRole('button', { name: confirm }).click();
  await expect(new BallotPage(delegate, negotiation).receipt).toBeVisible();
  await behind.getByRole('button', { name: confirm }).click();
  const refusal = behind.getByRole('alert').filter({ hasText: 'waits to be confirmed' });
  await expect(refusal).toBeVisible();
  await behind.unroute('**/standing.live**');
  await expect(behind.getByTestId('paper-ballot')).toHaveCount(0);
  await expect(refusal).toBeVisible();
  expect(await accessibilityFaults(behind)).toEqual([]);
});
