import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProcedure, may, PERMISSIONS } from '@/negotiation/permissions';
import { ROLES, type Viewer } from '@/negotiation/roles';
import type { Session } from '../auth/read-session';
import type { Store } from '../db/store';
import { NO_SUCH_NEGOTIATION, ROLE_LACKING, SIGNED_OUT } from '../refusal';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, people } from '../testing/negotiation';
import { PHASES, playedPhase, STAKEHOLDER } from '../testing/phases';
import { describeFailure, RefusedError } from './errors';
import { appRouter } from './router';

/**
 * Every procedure of the router against every kind of person, in every phase of a negotiation, and in one that is public:
 * who may call it is what the permission table says, and nothing else. That a change comes too late or too early is
 * decided afterwards (negotiation/decide/periods.test.ts). The calls name the negotiation and no more, so
 * that one which the check lets through is refused by the form of its input, and changes nothing.
 */
/** In the table, and no procedure of the router: built otherwise, or to come. Nothing else may be missing there. */
const NOT_IN_ROUTER = [
  'administration.accounts',
  'administration.settings',
  // Streamed by http/api.ts.
  'history.bundle',
  // A route of its own: app/api/keys.
  'history.keys',
];

const KEYS_OF_THE_CHECK = [SIGNED_OUT, NO_SUCH_NEGOTIATION, ROLE_LACKING].map(({ message }) => message.key);

const PERSONS: readonly { readonly key: string | null; readonly viewer: Viewer }[] = [
  { key: null, viewer: { roles: [], stakeholders: [], signedIn: false } },
  { key: 'stranger', viewer: { roles: [], stakeholders: [], signedIn: true } },
  { key: 'admin', viewer: { roles: [], stakeholders: [], signedIn: true, administrator: true } },
  ...ROLES.map((role) => ({
    key: role === 'delegate' ? STAKEHOLDER : role,
    viewer: { roles: [role], stakeholders: role === 'delegate' ? [STAKEHOLDER] : [], signedIn: true },
  })),
];

function isRole(grant: string): boolean {
  return ROLES.some((role) => role === grant);
}

const PROCEDURES = proceduresOf(appRouter._def.record);

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  for (const phase of PHASES) await playedPhase(store, phase, phase);
  await playedPhase(store, 'seen', 'open', { public: true });
  await playedPhase(store, 'seen-archived', 'archived', { public: true });
  // Members of another negotiation, and strangers to these.
  await playedPhase(store, 'other', 'open', {}, (actor) => `other-${actor}`);
});
afterAll(() => database.drop());

function proceduresOf(record: object, prefix = ''): string[] {
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'function' ? [`${prefix}${name}`] : proceduresOf(value, `${prefix}${name}.`),
  );
}

async function call(session: Session | null, procedure: string, negotiation: string): Promise<unknown> {
  let called: unknown = callerFor(store, session);
  for (const name of procedure.split('.')) {
    if ((typeof called !== 'object' && typeof called !== 'function') || called === null) break;
    called = Reflect.get(called, name);
  }
  if (typeof called !== 'function') throw new TypeError(`no procedure ${procedure}`);
  const answer: unknown = await Reflect.apply(called, undefined, [{ negotiation }]);
  const isStream = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
  if (isStream) await Reflect.apply(Reflect.get(answer, 'return'), answer, []);
  return answer;
}

/** All of it that leaves the server. */
async function refusalOf(session: Session | null, procedure: string, negotiation: string): Promise<unknown> {
  try {
    return { answered: await call(session, procedure, negotiation) };
  } catch (error) {
    return error instanceof TRPCError ? { code: error.code, ...describeFailure(error) } : error;
  }
}

async function turnedAway(session: Session | null, procedure: string, negotiation: string): Promise<boolean> {
  try {
    await call(session, procedure, negotiation);
    return false;
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return error instanceof RefusedError && KEYS_OF_THE_CHECK.includes(error.refusal.message.key);
  }
}

it('has an entry in the table for every procedure of the router, and the other way about', () => {
  const missing = Object.keys(PERMISSIONS).filter((procedure) => !PROCEDURES.includes(procedure));
  expect(missing.sort()).toEqual(NOT_IN_ROUTER);
  expect(PROCEDURES.filter((procedure) => !isProcedure(procedure))).toEqual([]);
});

const PUBLIC = ['seen', 'seen-archived'];
const PLACES = [...PHASES, ...PUBLIC];

describe.each(PROCEDURES)('%s', (procedure) => {
  it.each(PERSONS)('by $key is allowed or turned away as the table says', async ({ key, viewer }) => {
    if (!isProcedure(procedure)) throw new Error('not in the table');
    const session = key === null ? null : await people(store)(key);
    const answers = PLACES.map((negotiation) => turnedAway(session, procedure, negotiation));
    const expected = PLACES.map((negotiation) => !may(procedure, viewer, PUBLIC.includes(negotiation)));
    expect(await Promise.all(answers)).toEqual(expected);
  });
});

it.each(['stranger', 'other-facilitator', `other-${STAKEHOLDER}`, 'other-auditor', 'other-observer', null])(
  'answers %s alike for a negotiation of others in any phase and one that does not exist, whatever is asked',
  async (key) => {
    const session = key === null ? null : await people(store)(key);
    for (const procedure of PROCEDURES) {
      // Those of the installation have the same answer by all names, which are not for them.
      if (!isProcedure(procedure) || !PERMISSIONS[procedure].some(isRole)) continue;
      const [unknown, ...known] = await Promise.all(
        ['no-such', ...PHASES].map((negotiation) => refusalOf(session, procedure, negotiation)),
      );
      expect(known, procedure).toEqual(PHASES.map(() => unknown));
    }
  },
);
