import { afterAll, beforeAll, expect, it } from 'vitest';
import { dueDate } from '@/negotiation/reports-due';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { type Caller, callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { sendReminders } from './remind';

/** A report is due by a date, and its delegates are reminded: the clock is moved, the events are of now. */

const LOG = 'reporting';
const DAY = 24 * 60 * 60 * 1000;
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';

let database: TestDatabase;
let store: Store;
let call: Readonly<Record<'facilitator' | 'own' | 'other' | 'observer', Caller>>;
let keys = 0;
const change = () => ({ negotiation: LOG, idempotencyKey: `change ${++keys}` });

beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  const as = async (key: string) => callerFor(store, await people(store)(key));
  call = {
    facilitator: await as('facilitator'),
    own: await as(OWN),
    other: await as(OTHER),
    observer: await as('observer'),
  };
  await call.facilitator.round.close({ ...change(), seen: 1 });
  await call.facilitator.negotiation.conclude({
    ...change(),
    profile: 'licensed-scaling',
    reason: 'It is what we want.',
    seen: 1,
  });
});
afterAll(() => database.drop());

/** Who was told since it was last asked, by the keys of their accounts. */
let counted: string[] = [];
async function told(kind: string): Promise<string[]> {
  const { rows } = await store.pool.query<{ id: string; name: string }>(
    'SELECT m.id, u.name FROM message m JOIN "user" u ON u.id = m.user_id WHERE m.kind = $1',
    [kind],
  );
  const fresh = rows.filter(({ id }) => !counted.includes(id));
  counted = [...counted, ...fresh.map(({ id }) => id)];
  return fresh.map(({ name }) => name).sort();
}

/** Two servers look at that moment. */
const remind = (at: number) =>
  Promise.all(
    [store, database.open()].map((one) =>
      sendReminders(one, () => Promise.resolve(new Date(at).toISOString())),
    ),
  );

const letters = async (caller: Caller, kind: string) => {
  const { messages } = await caller.inbox.list();
  return messages.filter((message) => message.kind === kind).map(({ letter }) => letter?.subject ?? null);
};

it('reminds delegates whose stakeholder has not reported, before each date and once it has passed, each once', async () => {
  const schedule = { first: new Date(Date.now() + 60 * DAY).toISOString(), everyMonths: 3 };
  await expect(call.own.commitment.schedule({ ...change(), schedule })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await remind(Date.parse(schedule.first) + DAY);
  expect(await told('report.overdue')).toEqual([]);

  await call.facilitator.commitment.schedule({ ...change(), schedule });
  const { commitments } = await call.facilitator.commitment.list({ negotiation: LOG });
  const owing = commitments.map(({ stakeholder }) => stakeholder).sort();
  expect(owing.length).toBeGreaterThan(5);
  const first = Date.parse(schedule.first);

  await remind(first - 8 * DAY);
  expect(await told('report.due')).toEqual([]);
  await remind(first - 6 * DAY);
  expect(await told('report.due')).toEqual(owing);
  await remind(first);
  expect(await told('report.due')).toEqual([]);
  expect((await letters(call.own, 'report.due'))[0]).toContain('a report is due by');

  await call.own.commitment.report({ ...change(), stakeholder: OWN, status: 'under-way', evidence: null });
  const rest = owing.filter((id) => id !== OWN);
  await remind(first + 1);
  await remind(first + 2 * DAY);
  expect(await told('report.overdue')).toEqual(rest);
  expect(await letters(call.own, 'report.overdue')).toEqual([]);
  expect((await letters(call.other, 'report.overdue'))[0]).toContain('a report was due by');
  // Who has reported meanwhile is told nothing more of that date.
  expect(await letters(call.own, 'report.due')).toEqual([null]);

  const second = Date.parse(dueDate(schedule, 1) ?? '');
  await remind(second - 6 * DAY);
  expect(await told('report.due')).toEqual(owing);
  await remind(second + 1);
  expect(await told('report.overdue')).toEqual(owing);
});

it('tells members when reports are due and which are overdue, and observers neither', async () => {
  const own = await call.own.commitment.list({ negotiation: LOG });
  expect(own.schedule?.everyMonths).toBe(3);
  const { first = '' } = own.schedule ?? {};
  const dueOf = (stakeholder: string) =>
    own.commitments.find((commitment) => commitment.stakeholder === stakeholder)?.due;
  expect(dueOf(OTHER)).toEqual({ at: first, overdue: false });
  expect(dueOf(OWN)?.at).toBe(dueDate({ first, everyMonths: 3 }, 1));
  const observer = await call.observer.commitment.list({ negotiation: LOG });
  expect(observer.schedule).toBeNull();
  expect(observer.commitments.map(({ due }) => due)).toEqual(observer.commitments.map(() => null));
});

it('asks for nothing more once a facilitator says so, and begins anew with other dates', async () => {
  await call.facilitator.commitment.schedule({ ...change(), schedule: null });
  await remind(Date.now() + 900 * DAY);
  expect(await told('report.overdue')).toEqual([]);
  expect(await letters(call.other, 'report.overdue')).toEqual([null, null]);
  const soon = Date.now() + 300;
  await call.facilitator.commitment.schedule({
    ...change(),
    schedule: { first: new Date(soon).toISOString(), everyMonths: null },
  });
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, soon - Date.now()) + 20));
  await remind(Date.now());
  expect(await told('report.overdue')).toContain(OWN);
  const { next } = await call.own.negotiation.get({ negotiation: LOG });
  expect(next).toContainEqual(expect.objectContaining({ kind: 'report', stakeholder: OWN, overdue: true }));
});
