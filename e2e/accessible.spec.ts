import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, NEGOTIATION, test, type Who } from './signed-in';

const ROOT = `/n/${NEGOTIATION}`;
const MINE = ['/negotiations', '/account', ROOT, `${ROOT}/profiles`, `${ROOT}/results`];
const PAGES: readonly (readonly [Who | null, readonly string[]])[] = [
  [null, ['/', '/sign-in', '/no-such-page']],
  ['facilitator', MINE],
  ['auditor', MINE],
  ['observer', MINE],
  ['lab-aurora', [...MINE, `${ROOT}/ballot`]],
  ['cloud-equinox', [`${ROOT}/ballot`]],
];

/**
 * What a theme changes is colour, what a width changes is the rest: so all rules run at 1280 px in the light theme,
 * and in the other three combinations those that can come out differently.
 */
const VARIANTS = [
  { width: 1280, colorScheme: 'light', rules: 'all' },
  { width: 1280, colorScheme: 'dark', rules: 'colour' },
  { width: 360, colorScheme: 'light', rules: 'layout' },
  { width: 360, colorScheme: 'dark', rules: 'colour' },
] as const;

function check(page: Page, rules: (typeof VARIANTS)[number]['rules']) {
  // Legacy mode runs in the page itself: there are no frames here, and a second page for each run costs twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const resultTypes: 'violations'[] = ['violations'];
  if (rules === 'colour') return axe.options({ resultTypes, runOnly: ['color-contrast'] }).analyze();
  const colour = { 'color-contrast': { enabled: rules === 'all' } };
  return axe.options({ resultTypes, rules: colour }).analyze();
}

for (const [who, paths] of PAGES) {
  for (const path of paths) {
    test(`${path} is accessible for ${who ?? 'a visitor'}, in both themes and at both widths`, async ({
      open,
    }) => {
      test.setTimeout(180_000);
      const page = await open(who);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/Parley/);
      const faults: string[] = [];
      for (const { width, colorScheme, rules } of VARIANTS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wider > 0) faults.push(`${width} scrolls sideways by ${wider}`);
        const { violations } = await check(page, rules);
        for (const { id, nodes } of violations) {
          faults.push(`${width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        }
      }
      expect(faults).toEqual([]);
    });
  }
}
