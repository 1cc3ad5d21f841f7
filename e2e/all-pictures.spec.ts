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
    [...mine(), '/new', ...inside('/set-up', '/people', '/session', '/ballot?for=lab-borealis')],
  ],
  ['lab-aurora', [...mine(), ...inside('/ballot', '/briefings/evidence-shutdown')]],
  ['cloud-equinox', inside('/ballot')],
  ['auditor', [...mine(), ...inside('/history/room', '/history/report')]],
  ['observer', mine()],
  ['admin', ['/negotiations', '/outbox', '/account']],
];

function mine(): string[] {
  return ['/negotiations', '/inbox', '/account', ...inside(...SHARED)];
}

function inside(...pages: readonly string[]): string[] {
  return pages.map((page) => `/n/${NEGOTIATION}${page}`);
}

const WAITING = /^(Computing|Downloading|Fetching|Power is being computed)/;
const FEED = 2600;

/** Each look of the page as it stands, at both widths in both themes: the window's whole page, or a part of it. */
async function looks(
  page: Page,
  who: string,
  name: string,
  shoot: (file: string, width: number) => Promise<unknown>,
) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The bar at the bottom of a telephone's window would cover the middle of a picture of the whole page.
  await page.addStyleTag({ content: 'nav { position: static !important; }' });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width < 600 ? 760 : 900 });
    await lookThrough(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.fonts.ready);
      const file = name.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'front';
      await shoot(`${FOLDER}/${who}/${file}-${width}-${colorScheme}.png`, width);
    }
    // A fault that no picture shows.
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name} is wider than ${width} pixels`).toBeLessThanOrEqual(0);
  }
}

/** Some parts begin to compute once they are seen; a long feed would go on to fetch. */
async function lookThrough(page: Page) {
  if (page.url().endsWith('/history')) return;
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 700) {
      window.scrollTo(0, y);
      await new Promise((seen) => requestAnimationFrame(seen));
    }
    window.scrollTo(0, 0);
  });
  await expect(page.getByText(WAITING).filter({ visible: true })).toHaveCount(0);
}

async function take(page: Page, who: string, path: string, name = path) {
  await page.goto(path);
  await looks(page, who, name, (file, width) =>
    page.screenshot({
      path: file,
      fullPage: true,
      animations: 'disabled',
      // A long feed draws what is in view: below, its picture would be empty.
      ...(path.endsWith('/history') ? { clip: { x: 0, y: 0, width, height: FEED } } : {}),
    }),
  );
}

async function takeSection(page: Page, who: string, path: string, section: string, name: string) {
  await page.goto(path);
  await looks(page, who, name, (file) =>
    page.locator(`#${section}`).screenshot({ path: file, animations: 'disabled' }),
  );
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
    for (const stance of ['expected', 'possible']) {
      const results = `/n/${negotiation}/results?basis=stated&stance=${stance}`;
      await takeSection(page, name, results, 'pareto', `pareto ${stance}`);
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
