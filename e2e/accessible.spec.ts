import AxeBuilder from '@axe-core/playwright';
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
  test(`every page for ${who ?? 'a visitor'} is accessible, in both themes and at both widths`, async ({
    open,
  }) => {
    test.setTimeout(180_000);
    const page = await open(who);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/Parley/);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider, `${path} scrolls sideways at ${width}`).toBe(0);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          );
          expect(found, `${path} ${width} ${colorScheme}`).toEqual([]);
        }
      }
    }
  });
}
