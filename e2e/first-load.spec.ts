import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { contentsOf } from './script-contents';
import { expect, NEGOTIATION, test, type Who } from './signed-in';

/** What a page may load of script before anything is done on it, compressed (performance.md §3). */
const MOST_BYTES = 200_000;

const INSIDE = [
  '',
  'results',
  'profiles',
  'what-if',
  'threats',
  'briefings',
  'pledges',
  'commitments',
  'discussion',
  'history',
  'history/room',
  'history/report',
  'set-up',
  'people',
  'session',
];
const inside = (pages: readonly string[]) =>
  pages.map((page) => `n/[negotiation]/${page}`.replace(/\/$/, ''));
const PAGES: readonly (readonly [Who | null, readonly string[]])[] = [
  [null, ['', 'sign-in', 'forgot', 'receipt']],
  ['facilitator', ['negotiations', 'inbox', 'account', 'new', ...inside(INSIDE)]],
  ['lab-aurora', inside(['ballot'])],
];

/** Bytes of script over the wire, without the heads of the answers, until the page is at rest. */
async function scriptOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  let underWay = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'script') underWay++;
  });
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    underWay--;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path, { waitUntil: 'load' });
  // React works its way through the page, and what it meets may ask for more.
  for (let rest = 0; rest < 3; rest++) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await expect.poll(() => underWay).toBe(0);
  }
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function judge(route: string, size: number) {
  const says =
    size > MOST_BYTES
      ? `${route}: ${size} bytes of script. Beside React and Next there are about ${await contentsOf(route)}`
      : route;
  expect.soft(size, says).toBeLessThanOrEqual(MOST_BYTES);
}

for (const [who, routes] of PAGES) {
  test(`no page of ${who ?? 'a visitor'} loads more script than it may`, async ({ open }) => {
    // Signs in, in a window that is not looked at.
    await open(who);
    for (const route of routes) {
      // A window of its own, which has nothing of an earlier page.
      const page = await open(who);
      const size = await scriptOf(page, `/${route.replace('[negotiation]', NEGOTIATION)}`);
      // A page loads React at least: less would mean that nothing was seen.
      expect(size, route).toBeGreaterThan(100_000);
      await judge(route, size);
      await page.close();
    }
  });
}

const stats = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));

test('nor does any route by what its build says, those included that no other test opens', async () => {
  const routes = stats.parse(JSON.parse(readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8')));
  expect(routes.length).toBeGreaterThan(20);
  for (const { route, firstLoadChunkPaths } of routes) {
    const scripts = firstLoadChunkPaths.filter((path) => path.endsWith('.js'));
    const size = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    await judge(route.slice(1), size);
  }
});
