import { accessibilityFaults } from './pages/accessibility';
import { tabTo } from './pages/keyboard';
import { expect, NEGOTIATION, test } from './signed-in';

const PAGE = `/n/${NEGOTIATION}/threats`;

test('a grid of threats is filled and recorded by keyboard alone', async ({ open }) => {
  const page = await open('lab-aurora');
  await page.goto(PAGE);
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`);
  await expect(page.getByRole('grid', { name: 'Forms of threat by profile' })).toBeVisible();
  await tabTo(page, cell(0, 0));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cell(1, 1)).toBeFocused();
  await page.keyboard.press('Minus');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Minus');
  await page.keyboard.press('Shift+Digit3');
  await page.keyboard.press('Shift+Digit0');
  await expect(cell(1, 1)).toContainText('−3 … 0 (−1)');
  await page.keyboard.press('r');
  await expect(cell(1, 4)).toContainText('−3 … 0 (−1)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await expect(cell(1, 0)).not.toContainText('−3 … 0 (−1)');

  // What was written survives a reload.
  await page.reload();
  await expect(cell(1, 1)).toContainText('−3 … 0 (−1)');
  const record = page.getByRole('button', { name: 'Record 4 assessments' });
  await tabTo(page, record);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing waits to be recorded.')).toBeVisible();

  const auditor = await open('auditor');
  await auditor.goto(PAGE);
  await expect(auditor.locator('[data-cell="1 1"]')).toContainText('3: −3 … +1');
  await auditor.locator('[data-cell="1 1"]').click();
  await expect(auditor.getByRole('list', { name: 'What assessors say' }).last()).toContainText(
    'Aurora Labs: −3 … 0 (−1)',
  );
  await expect(auditor.getByRole('button', { name: /Record/ })).toHaveCount(0);
  expect(await accessibilityFaults(auditor)).toEqual([]);
});

test('in a narrow window one profile at a time is assessed, as another has', async ({ open }) => {
  const page = await open('cloud-equinox', { width: 360 });
  await page.goto(PAGE);
  await page.getByRole('combobox', { name: 'Profile' }).selectOption({ label: 'Joint project' });
  await page.getByRole('combobox', { name: 'As the assessor' }).selectOption({ label: 'Union of Cala' });
  await page.getByRole('button', { name: 'Take over, for this profile' }).click();
  const filling = page.getByRole('group', { name: 'Fill many at once' });
  await expect(filling.getByRole('status')).toHaveText(/^\d+ cells were filled\.$/);
  await page.getByRole('button', { name: /^Record \d+ assessments$/ }).click();
  await expect(page.getByText('Nothing waits to be recorded.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an observer learns how many were stated, not which', async ({ open }) => {
  const page = await open('observer');
  await page.goto(PAGE);
  await expect(page.getByText(/Observers see how many, not which/)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
});
