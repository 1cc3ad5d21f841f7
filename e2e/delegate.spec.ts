import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import pg from 'pg';
import type { AggregationResult } from '@/core/model';
import { BallotPage } from './pages/ballot-page';
import { tabTo } from './pages/keyboard';
import { StandingPage } from './pages/standing-page';
import { SERVED } from './served';
import { expect, NEGOTIATION, test } from './signed-in';

const BASES = ['informed', 'stated'] as const;

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
      'select profile, verdict from standing_profile where log = $1 and basis = $2 and position = $3 order by ordinal',
      [NEGOTIATION, basis, position],
    );
    expect(verdicts.rows).toEqual(result.profiles.map(({ id, verdict }) => ({ profile: id, verdict })));
    const support = await pool.query(
      "select weight::text from standing_support where log = $1 and basis = $2 and position = $3 and profile = 'licensed-scaling' and stance = 'necessary' and dimension = 'compute'",
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
