import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Page } from '@playwright/test';
import { test as base, expect, NEGOTIATION } from './signed-in';

/** How a page follows its event stream, which a server of the test's own answers as server/live/streams.ts would. */

/** Of a position that no page is of yet. */
const NEWER = 999_999;
const connected = (patience = 40_000) =>
  `retry: 50\nevent: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs: patience })}\n\n\n`;
const message = `data: ${JSON.stringify({ position: NEWER, changed: [] })}\nid: ${NEWER}\n\n\n`;
const refused = (httpStatus: number) =>
  `event: serialized-error\ndata: ${JSON.stringify({ message: '', code: -1, data: { httpStatus } })}\n\n\n`;

type Follow = (page: Page, answers: readonly (string | number)[]) => Promise<readonly IncomingMessage[]>;

/**
 * `follow(page, answers)`: opens the overview, of which the streams get these answers, one after the other: a whole stream,
 * or a status alone. Those after them get none. Gives the requests as they come.
 */
const test = base.extend<{ follow: Follow }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  follow: async ({}, use) => {
    const streams: IncomingMessage[] = [];
    let answers: readonly (string | number)[] = [];
    const server = createServer((request, response) => {
      const answer = answers[streams.push(request) - 1];
      if (typeof answer === 'number') response.writeHead(answer).end('{}');
      else if (answer !== undefined)
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end(answer);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('it listens to no port');
    await use(async (page, given) => {
      answers = given;
      await page.route('**/standing.live**', (route, request) => {
        const { pathname, search } = new URL(request.url());
        return route.continue({ url: `http://127.0.0.1:${bound.port}${pathname}${search}` });
      });
      await page.goto(`/n/${NEGOTIATION}`);
      return streams;
    });
    server.closeAllConnections();
    server.close();
  },
});

const state = (page: Page, is: 'on' | 'off' | 'connecting') => page.locator(`[data-live="${is}"]`);

test('a stream that breaks off goes on after the last message', async ({ open, follow }) => {
  const page = await open('observer');
  const streams = await follow(page, [connected() + message]);
  await expect(state(page, 'connecting')).toContainText(`position ${NEWER}`);
  await expect.poll(() => streams.length).toBe(2);
  expect(streams[1]?.headers['last-event-id']).toBe(String(NEWER));
});

test('a server that stops is asked again, and so is one that is not heard of any more', async ({
  open,
  follow,
}) => {
  const page = await open('observer');
  const streams = await follow(page, [connected(500) + message + refused(503)]);
  await expect.poll(() => streams.length).toBeGreaterThan(2);
  const { searchParams } = new URL(streams[2]?.url ?? '', 'http://localhost');
  expect(JSON.parse(searchParams.get('input') ?? '')).toEqual({
    negotiation: NEGOTIATION,
    lastEventId: String(NEWER),
  });
  await expect(state(page, 'connecting')).toBeVisible();
});

for (const [end, answer] of [
  ['a reader who is signed out', connected() + refused(401)],
  ['a reader who was removed', connected() + refused(404)],
  ['a stream that has ended', `${connected()}event: return\ndata: \n\n\n`],
  ['a stream that is refused', 404],
] as const) {
  test(`${end} is told so, and nothing is asked again`, async ({ open, follow }) => {
    const page = await open('observer');
    const streams = await follow(page, [answer]);
    await expect(state(page, 'off')).toBeVisible();
    // Twenty times what a browser waits before it connects again.
    await page.waitForTimeout(1_000);
    expect(streams).toHaveLength(1);
  });
}
