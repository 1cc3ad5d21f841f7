import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { accessibilityFaults } from './pages/accessibility';
import { expect, NEGOTIATION, test } from './signed-in';

const ROOM = `/n/${NEGOTIATION}/history/room`;

async function openRoom(page: Page, query = '') {
  await page.goto(`${ROOM}${query}`);
  await expect(page.getByTestId('room')).toHaveAttribute('data-state', 'open');
  await expect(page.getByTestId('standing-then')).toBeVisible();
  await expect(page.getByTestId('difference')).not.toHaveAttribute('data-between', '');
}

/** The standing in one sentence, of the negotiation file that `parley replay` makes of a bundle. */
function sentenceOfReplay(bundle: string, position: number): string {
  const parley = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync('node', ['bin/parley.js', ...args], {
      input,
      encoding: 'utf8',
    });
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    return stdout;
  };
  const file = parley(['replay', bundle, '--to', String(position)]);
  const [sentence = ''] = parley(['aggregate', '-', '--basis', 'stated'], file).split('\n\n');
  return plain(sentence);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function savedBundle(page: Page, info: TestInfo): Promise<string> {
  const path = info.outputPath('bundle.ndjson');
  writeFileSync(path, await (await page.request.get(`/api/bundle/${NEGOTIATION}`)).body());
  return path;
}

test('an auditor moves through the history by keyboard, and the standing is what a replay says, with no server', async ({
  open,
}, info) => {
  const page = await open('auditor');
  await page.goto(`/n/${NEGOTIATION}/history`);
  await page.getByRole('link', { name: 'The standing over time' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The standing over time' })).toBeVisible();
  await openRoom(page);
  const bundle = await savedBundle(page, info);
  await page.context().setOffline(true);

  await page.getByRole('radio', { name: 'stated' }).check();
  const slider = page.getByRole('slider', { name: 'Position in the history' });
  const sentence = page.getByTestId('standing-then');
  const last = Number(await slider.getAttribute('max'));
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(sentence).toHaveText('There is no standing at position 0: the set-up is not whole yet.');
  const seen = new Set<string>();
  const agrees = async () => {
    const position = Number(await slider.getAttribute('aria-valuenow'));
    await expect(sentence).toHaveAttribute('data-position', String(position));
    const text = plain((await sentence.textContent()) ?? '');
    seen.add(text);
    // The page may add who could make it fall.
    expect(text.startsWith(sentenceOfReplay(bundle, position)), `${position}: ${text}`).toBe(true);
  };
  await page.keyboard.press('End');
  await agrees();
  await page.getByRole('button', { name: /^Round 1 opened/ }).press('Enter');
  await agrees();
  await slider.focus();
  for (let presses = 0; presses < 2; presses += 1) {
    await page.keyboard.press('PageUp');
    await agrees();
    await page.keyboard.press('ArrowRight');
    await agrees();
  }
  expect(seen.size).toBeGreaterThan(2);

  const typed = page.getByLabel(`Position, 0 to ${last}`);
  await typed.fill(String(last + 1));
  await expect(page.getByText(`A whole number from 0 to ${last}.`)).toBeVisible();
  await typed.fill(String(last - 1));
  await typed.press('Enter');
  await expect(slider).toHaveAttribute('aria-valuenow', String(last - 1));
  await expect(sentence).toHaveAttribute('data-position', String(last - 1));
});

test('an auditor compares two positions, follows a stakeholder, finds what flipped and what information did', async ({
  open,
}) => {
  const page = await open('auditor');
  await openRoom(page);
  await page.context().setOffline(true);
  const difference = page.getByTestId('difference');
  await expect(difference).toContainText(/\d+ stakeholders’ words are another/);
  await page.getByLabel('To position').fill('3');
  await page.getByLabel('To position').press('Enter');
  await expect(difference).toHaveText('The first position must come before the second.');
  await page.getByLabel('From position').fill('0');
  await page.getByLabel('From position').press('Enter');
  await expect(difference).toHaveText(/nobody’s word is another, and no verdict flipped/);

  await page.getByLabel('Stakeholder', { exact: true }).selectOption('Aurora Labs');
  const track = page.getByTestId('track');
  await expect(track).toHaveAttribute('data-stakeholder', 'lab-aurora');
  await expect(track.getByRole('img', { name: /^Licensed scaling: / })).toBeVisible();
  await track.getByText('The same as a table').click();
  await expect(track.getByRole('row', { name: /Position \d+/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Go through the whole history' }).click();
  const flips = page.getByTestId('flips');
  await expect(flips).toHaveAttribute('data-state', 'done');
  const first = page.locator('#flips [data-flip]').first();
  const position = await first.getAttribute('data-flip');
  await first.getByRole('button', { name: `Show position ${position}` }).click();
  await expect(page.getByTestId('standing-then')).toHaveAttribute('data-position', String(position));
  await expect(page.getByRole('slider', { name: 'Position in the history' })).toBeFocused();

  await expect(page.getByTestId('information')).toHaveAttribute('data-state', 'compared');
  await expect(page.getByText('Before and after is not cause and effect')).toBeVisible();
});

test('whoever may not take the bundle is told so', async ({ open }) => {
  const page = await open('observer');
  await page.goto(ROOM);
  await expect(page.getByText('Auditors of this negotiation can look at')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('the room is accessible in both themes and at both widths', async ({ open }) => {
  test.setTimeout(180_000);
  const page = await open('auditor');
  await openRoom(page);
  await page.getByRole('button', { name: 'Go through the whole history' }).click();
  await expect(page.getByTestId('flips')).toHaveAttribute('data-state', 'done');
  for (const table of await page.getByText('The same as a table').all()) await table.click();
  expect(await accessibilityFaults(page)).toEqual([]);
});
