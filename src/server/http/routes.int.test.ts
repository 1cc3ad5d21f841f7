import { afterAll, beforeAll, expect, it } from 'vitest';
import { may, type Procedure } from '@/negotiation/permissions';
import { ROLES, type Viewer } from '@/negotiation/roles';
import type { Store } from '../db/store';
import { cookieFor } from '../testing/client';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { PHASES, playedPhase, STAKEHOLDER } from '../testing/phases';
import { pagesOf } from '../testing/questions';
import { type ServerProcess, startServerProcess } from '../testing/server';

/** What is fetched outside of procedures, in every phase: who may is what the permission table says of its procedure. */
const ROUTES: readonly (readonly [path: (log: string) => string, procedure: Procedure])[] = [
  [(log) => `/api/export/${log}`, 'negotiation.export'],
  [(log) => `/api/results/${log}`, 'standing.get'],
  [(log) => `/api/bundle/${log}`, 'history.bundle'],
  [
    (log) =>
      `/api/trpc/standing.live?${new URLSearchParams({ input: JSON.stringify({ negotiation: log }) })}`,
    'standing.live',
  ],
];

const SEEN = 'seen';
const PERSONS: readonly { readonly key: string | null; readonly viewer: Viewer }[] = [
  { key: null, viewer: { roles: [], stakeholders: [], signedIn: false } },
  { key: 'stranger', viewer: { roles: [], stakeholders: [], signedIn: true } },
  { key: 'admin', viewer: { roles: [], stakeholders: [], signedIn: true, administrator: true } },
  ...ROLES.flatMap((role) => {
    const key = role === 'delegate' ? STAKEHOLDER : role;
    return [
      { key, viewer: { roles: [role], stakeholders: [], signedIn: true } },
      { key: `other-${key}`, viewer: { roles: [], stakeholders: [], signedIn: true } },
    ];
  }),
];

let database: TestDatabase;
let store: Store;
let server: ServerProcess;
beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of routes';
  database = await freshDatabase();
  const own = database.open();
  store = own;
  for (const phase of PHASES) await playedPhase(store, phase, phase);
  await playedPhase(store, SEEN, 'open', { public: true });
  await playedPhase(store, 'other', 'open', {}, (actor) => `other-${actor}`);
  server = await startServerProcess({
    DATABASE_URL: database.url,
    PARLEY_DATA: own.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'],
    PARLEY_PAGES: 'on',
  });
});
afterAll(async () => {
  await server.end('SIGKILL');
  await database.drop();
});

/** Its status, and its text where it was refused: a stream is refused inside, once it has begun. */
async function answerTo(path: string, cookie: string): Promise<{ status: number; text: string }> {
  const response = await fetch(server.url + path, { headers: { cookie, accept: 'text/event-stream' } });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = isStream ? await beginningOf(response) : await response.text();
  const refused = /"httpStatus":(\d+)/.exec(text)?.[1];
  if (isStream && refused !== undefined) return { status: Number(refused), text };
  return { status: response.status, text: response.ok ? '' : text };
}

/** Up to its first message, or its refusal. */
async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('"position":') || text.includes('"httpStatus":')) break;
  }
  return text;
}

it.each(PERSONS)('lets $key through or turns them away as the table says', async ({ key, viewer }) => {
  const cookie = key === null ? '' : await cookieFor(store, key);
  for (const [path, procedure] of ROUTES) {
    const unknown = await answerTo(path('no-such'), cookie);
    expect(unknown.status).toBe(key === null ? 401 : 404);
    for (const log of [...PHASES, SEEN]) {
      const answer = await answerTo(path(log), cookie);
      const isPublic = log === SEEN;
      if (may(procedure, viewer, isPublic)) expect([401, 403, 404], path(log)).not.toContain(answer.status);
      else if (key === null) expect(answer.status, path(log)).toBe(401);
      else if (may('negotiation.get', viewer, isPublic)) expect(answer.status, path(log)).toBe(403);
      else expect(answer, path(log)).toEqual(unknown);
    }
  }
});

/** A page's status, where it leads to instead, and what is read there, by whatever name it was asked for. */
async function pageTo(path: string, log: string, cookie: string): Promise<{ status: number; read: string }> {
  const response = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
  const text = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ');
  const read = `${response.headers.get('location') ?? ''} ${text}`;
  return { status: response.status, read: read.replaceAll(log, '<log>').replace(/\s+/g, ' ') };
}

/** The examples have no briefing: its page is nowhere. */
const pagesThere = (log: string) => pagesOf(log).filter(({ path }) => !path.includes('/briefings/'));

it.each(PERSONS)(
  'shows $key pages or turns them away, alike for what is not theirs and what is not there',
  async ({ key, viewer }) => {
    const cookie = key === null ? '' : await cookieFor(store, key);
    const pages = ['archived', 'open'].map((log) => ({ log, paths: pagesThere(log) }));
    for (const [i, { path }] of pagesThere('no-such').entries()) {
      const unknown = await pageTo(path, 'no-such', cookie);
      expect(unknown.status, path).toBe(key === null ? 307 : 404);
      for (const { log, paths } of pages) {
        const known = paths[i]?.path ?? '';
        const answer = await pageTo(known, log, cookie);
        if (may('negotiation.get', viewer)) expect(answer.status, known).toBe(200);
        else expect(answer, known).toEqual(unknown);
      }
    }
  },
);

const SAFE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

it('gives every answer safe headers, and each page a nonce of its own that its scripts carry', async () => {
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/sign-in', '/no-such-page']) {
    const { headers, text } = await headersOf(path);
    expect(headers, path).toMatchObject(SAFE);
    expect(headers, path).not.toHaveProperty('x-powered-by');
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(
      headers['content-security-policy'] ?? '',
    )?.[1];
    expect(nonce, path).toMatch(/^[\w+/]{22}==$/);
    const carried = [...text.matchAll(/<script[^>]* nonce="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(carried), path).toEqual(new Set([nonce]));
    nonces.add(nonce ?? '');
  }
  expect(nonces.size).toBe(3);
});

it('lets answers that are no page load nothing', async () => {
  for (const path of ['/api/health', '/api/trpc/session.get', '/api/trpc/no.such', '/api/unsubscribe']) {
    const { headers } = await headersOf(path);
    expect(headers, path).toMatchObject(SAFE);
    expect(headers['content-security-policy'], path).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
});

async function headersOf(path: string): Promise<{ headers: Record<string, string>; text: string }> {
  const response = await fetch(server.url + path, { redirect: 'manual' });
  return { headers: Object.fromEntries(response.headers), text: await response.text() };
}
