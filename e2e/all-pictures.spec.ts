import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { NegotiationFile } from '@/negotiation/file/model';
import { call, closedNegotiation, inventNegotiation } from './invented';
import { SessionPage } from './pages/session-page';
import { circular, hopeless, large, unvoted } from './shown';
import { expect, NEGOTIATION, test, type Who } from './signed-in';

/**
 * Every page as each role sees it, wide and narrow, light and dark, to be looked at one by one: made by
 * `PARLEY_PICTURES=all npm test -- browser pictures` and kept out of the repository.
 */
const FOLDER = 'docs/screenshots/all';

const SHARED = [
  '',
  '/profiles',
  '/results',
  '/what-if',
  '/threats',
  '/briefings',
  '/pledges',
  '/discussion',
  '/history',
];
/** Where a link from a letter leads once it is used up. */
const OVER = ['/join/over', '/reset/over', '/confirm/over'];
const PAGES: readonly (readonly [Who | null, readonly string[]])[] = [
  [null, ['/', '/sign-in', '/forgot', '/no-such-page', '/receipt', '/unsubscribe', ...OVER]],
  [
    'facilitator',
    [...mine(), '/new', '/outbox', ...inside('/set-up', '/people', '/session', '/ballot?for=lab-borealis')],
  ],
  ['lab-aurora', [...mine(), ...inside('/ballot', '/briefings/evidence-shutdown')]],
  ['cloud-equinox', inside('/ballot')],
  ['auditor', [...mine(), ...inside('/history/room', '/history/report')]],
  ['observer', mine()],
];

function mine(): string[] {
  return ['/negotiations', '/inbox', '/account', ...inside(...SHARED)];
}

function inside(...pages: readonly string[]): string[] {
  return pages.map((page) => `/n/${NEGOTIATION}${page}`);
}

/** Faults that no picture shows: what is wider than the window. */
async function take(page: Page, who: string, path: string, name = path) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width < 600 ? 760 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.fonts.ready);
      const file = name.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'front';
      await page.screenshot({
        path: `${FOLDER}/${who}/${file}-${width}-${colorScheme}.png`,
        fullPage: true,
        animations: 'disabled',
      });
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${path} is wider than ${width} pixels`).toBeLessThanOrEqual(0);
  }
}

test.beforeAll(() => mkdirSync(FOLDER, { recursive: true }));

for (const [who, paths] of PAGES) {
  test(`pages of ${who ?? 'a visitor'}`, async ({ open }) => {
    test.setTimeout(900_000);
    const page = await open(who);
    for (const path of paths) await take(page, who ?? 'visitor', path);
  });
}

const SHOWN: Readonly<Record<string, () => NegotiationFile>> = { large, unvoted, hopeless, circular };

for (const [name, make] of Object.entries(SHOWN)) {
  test(`a negotiation that is ${name}`, async ({ open }) => {
    test.setTimeout(900_000);
    const page = await open('facilitator');
    const negotiation = await inventNegotiation(page, make(), []);
    await call(page, 'round.open', { negotiation, deadline: null, idempotencyKey: crypto.randomUUID() });
    await page.goto(`/n/${negotiation}/results?basis=stated`);
    await expect(page.getByRole('heading', { name: 'Verdicts' })).toBeVisible();
    for (const part of ['', '/profiles', '/results?basis=stated', '/threats', '/session']) {
      await take(page, name, `/n/${negotiation}${part}`, part === '' ? 'overview' : part);
    }
  });
}

test('a negotiation in draft, and one that is concluded', async ({ open }) => {
  test.setTimeout(900_000);
  const page = await open('facilitator');
  const draft = await inventNegotiation(page, unvoted(), []);
  for (const part of ['/set-up', '/session']) await take(page, 'draft', `/n/${draft}${part}`, part);

  const negotiation = await closedNegotiation(page, []);
  const desk = new SessionPage(page, negotiation);
  await desk.open();
  await page.getByRole('radio', { name: 'Licensed scaling' }).check();
  await desk.confirm('Conclude the negotiation', 'Adopt Licensed scaling');
  await expect(page.getByTestId('conclusion')).toHaveText('Adopted: Licensed scaling.');
  for (const part of ['', '/results?basis=informed', '/commitments', '/session', '/history/report']) {
    await take(page, 'concluded', `/n/${negotiation}${part}`, part === '' ? 'overview' : part);
  }
});
