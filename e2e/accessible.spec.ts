import { accessibilityFaults } from './pages/accessibility';
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
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }
}
