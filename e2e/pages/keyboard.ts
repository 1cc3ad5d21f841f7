import type { Locator, Page } from '@playwright/test';

/** Goes to an element as a keyboard does, from wherever the focus is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('200 presses of Tab do not lead there');
}
