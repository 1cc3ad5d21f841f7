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
  test(`all pages of ${who ?? 'a visitor'} are accessible, in both themes and at both widths`, async ({
    open,
  }) => {
    // One window for all of them, as a reader has: each new one would fetch and compile the scripts anew.
    const page = await open(who);
    for (const path of paths) {
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/Parley/);
        expect.soft(await accessibilityFaults(page), path).toEqual([]);
      });
    }
  });
}
