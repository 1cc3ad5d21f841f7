import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import pg from 'pg';
import type { AggregationResult } from '@/core/model';
import { accessibilityFaults } from './pages/accessibility';
import { BallotPage } from './pages/ballot-page';
import { tabTo } from './pages/keyboard';
import { StandingPage } from './pages/standing-page';
import { SERVED } from './served';
import { expect, NEGOTIATION, test } from './signed-in';

const BASES = ['informed', 'stated'] as const;
const PHONE = { width: 360, height: 760 };

test('a ballot cast by keyboard reaches an open page, the command line and the database alike', async ({
  open,
}, info) => {
  // Some hundred key presses, each waited for.
  test.setTimeout(180_000);
  const auditor = new StandingPage(await open('auditor'));
  await auditor.openOverview();
  await expect(auditor.live).toBeVisible();
  await expect(auditor.row('licensed-scaling')).toContainText('clears');
  await auditor.page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));

  // Looked at with every frame, since retrying assertions look up to a second apart.
  const seen = auditor.page
    .waitForFunction(
      () => document.querySelector('li[data-profile="licensed-scaling"]')?.textContent?.includes('leans'),
      null,
      { timeout: 0 },
    )
    .then(() => Date.now());

  const ballot = new BallotPage(await open('lab-aurora'));
  await ballot.open('lab-aurora');
  await tabTo(ballot.page, ballot.handle('Licensed scaling', 'low'));
  await ballot.press('ArrowLeft', 9);
  await expect(ballot.number('Licensed scaling', 'low')).toHaveValue('50');
  await expect(ballot.preview).toContainText('Licensed scaling: ● clears becomes ◐ leans');
  await tabTo(ballot.page, ballot.review);
  await ballot.press('Enter');
  await expect(ballot.dialog).toBeVisible();
  await tabTo(ballot.page, ballot.dialog.getByRole('button', { name: 'Cast the ballot' }));
  await ballot.press('Enter');
  await expect(ballot.receipt).toBeVisible();

  const acknowledged = Date.now();
  await expect(auditor.row('licensed-scaling')).toContainText('leans');
  info.annotations.push({
    type: 'from acknowledgement to the open page',
    description: `${(await seen) - acknowledged} ms`,
  });
  await expect(auditor.liveSentence).toContainText('Licensed scaling now leans');
  await expect(auditor.page.locator('body')).toHaveAttribute('data-not-reloaded', '');

  const position = Number(await ballot.receipt.getAttribute('data-position'));
  for (const basis of BASES) await agree(auditor.page, basis, position);
});

/** Rows of the newest standing (they stand at -1), where that is the one of a position. */
const OF_NEWEST = `log = $1 and basis = $2 and position = -1
  and exists (select from standing where log = $1 and basis = $2 and position = $3 and kind = 'newest')`;

/** The exported file through the command line gives the very bytes that are served, and the stored rows say the same. */
async function agree(page: Page, basis: (typeof BASES)[number], position: number) {
  const input = encodeURIComponent(JSON.stringify({ negotiation: NEGOTIATION, basis }));
  const served = await (await page.request.get(`/api/trpc/standing.get?input=${input}`)).text();
  const exported = await (await page.request.get(`/api/export/${NEGOTIATION}`)).body();
  const computed = spawnSync('node', ['bin/parley.js', 'aggregate', '-', '--json', '--basis', basis], {
    input: exported,
    encoding: 'utf8',
  });
  expect(computed.stderr).toBe('');
  expect(computed.status).toBe(0);
  expect(served).toContain(`"result":${computed.stdout.trimEnd()}`);
  const result: AggregationResult = JSON.parse(computed.stdout);

  const pool = new pg.Pool({ connectionString: SERVED.databaseUrl, max: 1 });
  try {
    const verdicts = await pool.query(
      `select profile, verdict from standing_profile where ${OF_NEWEST} order by ordinal`,
      [NEGOTIATION, basis, position],
    );
    expect(verdicts.rows).toEqual(result.profiles.map(({ id, verdict }) => ({ profile: id, verdict })));
    const support = await pool.query(
      `select weight::text from standing_support where ${OF_NEWEST} and profile = 'licensed-scaling' and stance = 'necessary' and dimension = 'compute'`,
      [NEGOTIATION, basis, position],
    );
    const pair = result.pairs.necessary.find(
      ({ over, under }) => over === 'licensed-scaling' && under === 'race',
    );
    expect(support.rows).toEqual([{ weight: String(pair?.weights['compute']) }]);
  } finally {
    await pool.end();
  }
}

test('a receipt can be downloaded, and a contradiction keeps a ballot from being cast', async ({ open }) => {
  const ballot = new BallotPage(await open('lab-aurora'));
  await ballot.open('lab-aurora');
  await ballot.number('Joint project', 'low').fill('90');
  await expect(ballot.remarks).toContainText('Joint project: low (90) is above best (61).');
  await expect(ballot.review).toBeDisabled();
  await ballot.number('Joint project', 'low').fill('50,25');
  await expect(ballot.remarks).not.toContainText('Joint project');
  await ballot.review.click();
  await expect(ballot.dialog.getByRole('row', { name: /^Joint project 50.25 61 70/ })).toBeVisible();
  await ballot.dialog.getByRole('button', { name: 'Cast the ballot' }).click();
  const download = ballot.page.waitForEvent('download');
  await ballot.receipt.getByRole('button', { name: 'Download the receipt' }).click();
  expect((await download).suggestedFilename()).toMatch(/^parley-receipt-frontier-training-\d+\.json$/);
});

test('a first ballot starts with the default pinned, and its draft goes on in another window', async ({
  open,
}) => {
  const ballot = new BallotPage(await open('cloud-equinox'));
  await ballot.open();
  await expect(ballot.page.getByRole('textbox', { name: 'Race on: today' })).toHaveValue('50');
  await expect(ballot.page.getByRole('checkbox', { name: 'Pin the default' })).toBeChecked();
  const joint = ballot.page.getByRole('group', { name: 'Joint project' });
  await joint.getByRole('checkbox', { name: 'State a score' }).check();
  await ballot.number('Joint project', 'high').fill('72.5');
  await expect(joint).toContainText('Better than today only if the uncertainty turns out well.');
  await expect(ballot.draftState).toHaveText('Draft saved.');

  const other = new BallotPage(await open('cloud-equinox'));
  await other.open();
  await expect(other.number('Joint project', 'high')).toHaveValue('72.5');
  await expect(other.page.getByText('This is the draft that you saved')).toBeVisible();
});

test('an interval is dragged by its handles and by its bar, and its numbers keep step', async ({ open }) => {
  const ballot = new BallotPage(await open('lab-aurora'));
  await ballot.open('lab-aurora');
  await ballot.startAgain();
  const drag = async (part: 'low' | 'high' | 'whole interval', points: number) => {
    const { x, y } = await ballot.grip('Strict liability', part);
    const by = await ballot.pixels('Strict liability', points);
    await ballot.page.mouse.move(x, y);
    await ballot.page.mouse.down();
    await ballot.page.mouse.move(x + by / 2, y + 4, { steps: 3 });
    await ballot.page.mouse.move(x + by, y + 4, { steps: 3 });
    await ballot.page.mouse.up();
  };
  expect(await ballot.numbers('Strict liability')).toEqual([30, 44, 55]);
  await drag('low', -10);
  expect(await ballot.numbers('Strict liability')).toEqual([20, 44, 55]);
  await drag('high', 20);
  expect(await ballot.numbers('Strict liability')).toEqual([20, 44, 75]);
  await drag('whole interval', 15);
  expect(await ballot.numbers('Strict liability')).toEqual([35, 59, 90]);
  await ballot.number('Strict liability', 'best').fill('40');
  await expect(ballot.handle('Strict liability', 'best')).toHaveAttribute('aria-valuenow', '40');
  await ballot.page.getByRole('button', { name: 'Order by best guess' }).click();
  await expect(ballot.page.locator('[data-profile]').first()).toHaveAttribute(
    'data-profile',
    'licensed-scaling',
  );
});

test('on a phone an interval is moved by a finger and by keys, and nothing is wider than the screen', async ({
  open,
}) => {
  const ballot = new BallotPage(await open('lab-aurora', { width: 360 }));
  await ballot.open('lab-aurora');
  await ballot.startAgain();
  const { page } = ballot;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  const swipe = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
    await touch('touchStart', from);
    for (let k = 1; k <= 6; k += 1) {
      await touch('touchMove', { x: from.x + (by.x * k) / 6, y: from.y + (by.y * k) / 6 });
    }
    await touch('touchEnd');
  };
  const right = { x: await ballot.pixels('Strict liability', 10), y: 5 };
  await swipe(await ballot.grip('Strict liability', 'high'), right);
  await expect(ballot.number('Strict liability', 'high')).toHaveValue('65');
  await swipe(await ballot.grip('Strict liability', 'whole interval'), right);
  await expect(ballot.number('Strict liability', 'low')).toHaveValue('40');
  expect(await ballot.numbers('Strict liability')).toEqual([40, 54, 75]);

  await ballot.handle('Strict liability', 'whole interval').focus();
  await ballot.press('ArrowLeft', 4);
  await ballot.press('PageDown');
  expect(await ballot.numbers('Strict liability')).toEqual([26, 40, 61]);
  await ballot.press('Home');
  expect(await ballot.numbers('Strict liability')).toEqual([0, 14, 35]);
  await ballot.handle('Strict liability', 'high').focus();
  await ballot.press('Shift+ArrowRight');
  await ballot.press('PageUp');
  await ballot.press('ArrowLeft');
  expect(await ballot.numbers('Strict liability')).toEqual([0, 14, 54]);
  await ballot.press('End');
  expect(await ballot.numbers('Strict liability')).toEqual([0, 14, 100]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

test('an order made by keys on a phone gives numbers that are seen before they stand on the scale', async ({
  open,
}) => {
  const ballot = new BallotPage(await open('lab-aurora', { width: 360 }));
  await ballot.open('lab-aurora');
  await ballot.startAgain();
  const { page } = ballot;
  await page.getByRole('button', { name: 'Put them in order first' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put the profiles in order' });
  const better = dialog.getByRole('region', { name: 'Better than today' });
  await expect(better.getByRole('listitem')).toHaveText([/Licensed/, /Joint/, /Verified/]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 760 });

  await tabTo(page, dialog.getByRole('button', { name: 'Verified pause: one step up' }));
  await ballot.press('Enter');
  await expect(better).toContainText('as good as the one above');
  await ballot.press('Enter');
  await expect(better.getByRole('listitem')).toHaveText([/Licensed/, /Verified/, /Joint/]);
  await dialog.getByRole('button', { name: 'Leave Pause without Deneb out' }).press('Enter');
  // Three places over a best guess of 52 for today: a quarter of the way each.
  await expect(better.getByRole('listitem').first()).toContainText('76 to 100, best guess 88');
  await dialog.getByRole('button', { name: 'Put these numbers on the scale' }).press('Enter');
  expect(await ballot.numbers('Licensed scaling')).toEqual([76, 88, 100]);
  expect(await ballot.numbers('Verified pause')).toEqual([64, 76, 88]);
  expect(await ballot.numbers('Race on')).toEqual([45, 52, 58]);
  await ballot.review.click();
  const changes = ballot.dialog.getByTestId('changes');
  await expect(changes.getByRole('row', { name: /^Licensed scaling/ })).toContainText(
    /68.*76 to 100, best guess 88/,
  );
  await expect(changes.getByRole('row', { name: /^Pause without Deneb \d/ })).toContainText('left out');
});

test('a second window does not overwrite what the first has written', async ({ open }) => {
  const [one, two] = [new BallotPage(await open('lab-aurora')), new BallotPage(await open('lab-aurora'))];
  await one.open('lab-aurora');
  await one.startAgain();
  await one.number('Joint project', 'high').fill('71');
  await expect(one.draftState).toHaveText('Draft saved.');
  await two.open('lab-aurora');
  await one.number('Joint project', 'high').fill('72');
  await expect(one.draftState).toHaveText('Draft saved.');
  await expect
    .poll(async () => {
      const late = new BallotPage(await open('lab-aurora'));
      await late.open('lab-aurora');
      return late.number('Joint project', 'high').inputValue();
    })
    .toBe('72');
  await two.number('Joint project', 'high').fill('80');
  await expect(two.draftState).toContainText('Nothing was overwritten');
  await two.page.getByRole('button', { name: 'Show what is there now' }).click();
  await expect(two.number('Joint project', 'high')).toHaveValue('72');
});

test('without script a ballot is filled in, corrected, reviewed and cast', async ({ browser, open }) => {
  const storageState = await (await open('cloud-equinox')).context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`/n/${NEGOTIATION}/ballot`);
  const number = (name: string) => page.getByRole('textbox', { name, exact: true });
  const review = page.getByRole('button', { name: 'Review what will be recorded' });
  await number('Joint project: low').fill('90');
  await number('Joint project: best').fill('70');
  await number('Joint project: high').fill('80');
  await number('Verified pause: best').fill('61,5');
  await review.click();
  await expect(page.getByTestId('remarks')).toContainText('Joint project: low (90) is above best (70).');
  await expect(page.getByRole('button', { name: 'Cast the ballot' })).toBeHidden();
  await number('Joint project: low').fill('60');
  await review.click();
  const recorded = page.getByRole('form', { name: 'This will be recorded' });
  await expect(recorded.getByRole('row', { name: /^Joint project 60 70 80/ })).toBeVisible();
  await expect(recorded.getByRole('row', { name: /^Verified pause 61.5 61.5 61.5/ })).toBeVisible();
  await expect(recorded).toContainText(
    'Left out: Pause without Deneb, Licensed scaling and Strict liability.',
  );
  await recorded.getByRole('button', { name: 'Cast the ballot' }).click();
  const receipt = page.getByTestId('receipt');
  await expect(receipt).toContainText('You can change your mind until the round closes');
  const download = page.waitForEvent('download');
  await receipt.getByRole('link', { name: 'Download the receipt' }).click();
  expect((await download).suggestedFilename()).toMatch(/^parley-receipt-frontier-training-\d+\.json$/);
  await context.close();
});
