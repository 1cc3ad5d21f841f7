import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProcedure, may, PERMISSIONS } from '@/negotiation/permissions';
import { ROLES, type Viewer } from '@/negotiation/roles';
import type { Session } from '../auth/read-session';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { type Caller, callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { appRouter } from './router';

/**
 * Every procedure of the router against every kind of person, in a negotiation that is public and one that is not:
 * who may call it is what the permission table says, and nothing else.
 */
const file = exampleFile('frontier-training');
const STAKEHOLDER = 'lab-aurora';
const ballot = { stakeholder: STAKEHOLDER, abstain: true };

/** How each procedure is called. A new procedure without an entry here fails the test below. */
const CALLS: Record<string, (call: Caller, negotiation: string) => Promise<unknown>> = {
  'account.me': (call) => call.account.me(),
  'account.signOutEverywhere': (call) => call.account.signOutEverywhere(),
  'negotiation.list': (call) => call.negotiation.list(),
  'negotiation.get': (call, negotiation) => call.negotiation.get({ negotiation }),
  'negotiation.export': (call, negotiation) => call.negotiation.export({ negotiation }),
  'ballot.cast': (call, negotiation) =>
    call.ballot.cast({ negotiation, ...ballot, idempotencyKey: `key ${Math.random()}` }),
  'ballot.mine': (call, negotiation) => call.ballot.mine({ negotiation, stakeholder: STAKEHOLDER }),
  'ballot.saveDraft': (call, negotiation) =>
    call.ballot.saveDraft({ negotiation, stakeholder: STAKEHOLDER, draft: { kind: 'abstain', body: null } }),
  'ballot.receipt': (call, negotiation) => call.ballot.receipt({ negotiation, position: 3 }),
  'standing.get': (call, negotiation) => call.standing.get({ negotiation, basis: 'stated' }),
  'standing.power': (call, negotiation) => call.standing.power({ negotiation }),
  'history.list': (call, negotiation) => call.history.list({ negotiation }),
  'history.checkpoint': (call, negotiation) => call.history.checkpoint({ negotiation }),
  'history.proof': (call, negotiation) => call.history.proof({ negotiation, position: 3 }),
  'standing.live': async (call, negotiation) => {
    const stream = await call.standing.live({ negotiation });
    await stream[Symbol.asyncIterator]().return?.();
  },
};

/** Codes that the permission check answers with; anything else comes from beyond it. */
const TURNED_AWAY = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'];

const PERSONS: readonly { readonly key: string | null; readonly viewer: Viewer }[] = [
  { key: null, viewer: { roles: [], stakeholders: [], signedIn: false } },
  { key: 'stranger', viewer: { roles: [], stakeholders: [], signedIn: true } },
  { key: 'admin', viewer: { roles: [], stakeholders: [], signedIn: true, administrator: true } },
  ...ROLES.map((role) => ({
    key: role === 'delegate' ? STAKEHOLDER : role,
    viewer: { roles: [role], stakeholders: role === 'delegate' ? [STAKEHOLDER] : [], signedIn: true },
  })),
];

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, 'hidden', file);
  await playedNegotiation(store, 'seen', file, { public: true });
});
afterAll(() => database.drop());

function proceduresOf(record: object, prefix = ''): string[] {
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'function' ? [`${prefix}${name}`] : proceduresOf(value, `${prefix}${name}.`),
  );
}

async function turnedAway(session: Session | null, procedure: string, negotiation: string): Promise<boolean> {
  try {
    await CALLS[procedure]?.(callerFor(store, session), negotiation);
    return false;
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
    // A receipt of what is no ballot is missing for those who may ask for one, too.
    const isMissing = procedure === 'ballot.receipt' && String(error).includes('holds no event');
    return typeof code === 'string' && TURNED_AWAY.includes(code) && !isMissing;
  }
}

it('has an entry in the table, and a call here, for every procedure of the router', () => {
  const procedures = proceduresOf(appRouter._def.record);
  expect(procedures.sort()).toEqual(Object.keys(CALLS).sort());
  for (const procedure of procedures) expect(Object.hasOwn(PERMISSIONS, procedure)).toBe(true);
});

describe.each(Object.keys(CALLS))('%s', (procedure) => {
  it.each(PERSONS)('by $key is allowed or turned away as the table says', async ({ key, viewer }) => {
    if (!isProcedure(procedure)) throw new Error('not in the table');
    for (const [negotiation, isPublic] of [
      ['hidden', false],
      ['seen', true],
    ] as const) {
      const session = key === null ? null : await people(store)(key);
      expect(await turnedAway(session, procedure, negotiation)).toBe(!may(procedure, viewer, isPublic));
    }
  });
});

it('answers alike for a hidden negotiation and one that does not exist', async () => {
  const stranger = callerFor(store, await people(store)('stranger'));
  const answers = await Promise.all(
    ['hidden', 'no-such'].map((negotiation) =>
      stranger.negotiation.get({ negotiation }).then(
        () => 'seen',
        (error: Error) => `${Reflect.get(error, 'code')} ${error.message}`,
      ),
    ),
  );
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toMatch(/^NOT_FOUND/);
});
