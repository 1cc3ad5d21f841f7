import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { type Caller, callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';

/** Changes through their procedures: done once under a key, and refused with nothing changed (product.md §2). */
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const PROFILE = 'verified-pause';

let database: TestDatabase;
let store: Store;
let logs = 0;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

const as = async (key: string): Promise<Caller> => callerFor(store, await people(store)(key));

async function opened(): Promise<string> {
  const log = `changes-${logs++}`;
  await playedNegotiation(store, log, exampleFile('frontier-training'));
  return log;
}

async function sizeOf(log: string): Promise<number> {
  const { rows } = await store.pool.query<{ size: number }>('SELECT size FROM log WHERE log = $1', [log]);
  return rows[0]?.size ?? 0;
}

/** With the round open: who does it, for whom, and what a wrong role is. */
const STATEMENTS: Record<
  string,
  (call: Caller, negotiation: string, stakeholder: string) => Promise<unknown>
> = {
  'pledge.make': (call, negotiation, stakeholder) =>
    call.pledge.make({ negotiation, stakeholder, profile: PROFILE, condition: null, idempotencyKey: 'k' }),
  'acuteRisk.assess': (call, negotiation, stakeholder) =>
    call.acuteRisk.assess({
      negotiation,
      stakeholder,
      profile: PROFILE,
      ends: [1, 2, 3],
      reason: null,
      idempotencyKey: 'k',
    }),
  'comment.post': (call, negotiation, stakeholder) =>
    call.comment.post({
      negotiation,
      topic: { kind: 'negotiation' },
      replyTo: null,
      argument: null,
      stakeholder,
      text: 'A word.',
      idempotencyKey: 'k',
    }),
};

describe.each(Object.entries(STATEMENTS))('%s', (_, say) => {
  it('is said once under a key, and for no other stakeholder and by no observer', async () => {
    const log = await opened();
    const before = await sizeOf(log);
    await expect(say(await as(OWN), log, OTHER)).rejects.toThrow(/not a delegate of that/);
    await expect(say(await as('observer'), log, OWN)).rejects.toThrow(/role/);
    expect(await sizeOf(log)).toBe(before);
    const call = await as(OWN);
    const first = await say(call, log, OWN);
    expect(await say(call, log, OWN)).toEqual(first);
    expect(await sizeOf(log)).toBe(before + 1);
  });
});

it('begins one negotiation under a key, in draft, whose creator is its facilitator', async () => {
  const call = await as('founder');
  const wanted = {
    title: 'New',
    mode: 'open',
    public: false,
    succeeds: null,
    idempotencyKey: 'new',
  } as const;
  const made = await call.negotiation.create(wanted);
  expect(await call.negotiation.create(wanted)).toEqual(made);
  await expect(call.negotiation.create({ ...wanted, title: 'Another' })).rejects.toThrow(/already used/);
  const view = await call.negotiation.get({ negotiation: made.negotiation });
  expect(view).toMatchObject({ phase: 'draft', me: { roles: ['facilitator'] } });
  expect((await call.member.list({ negotiation: made.negotiation })).members).toMatchObject([
    { role: 'facilitator', name: 'founder' },
  ]);
  await expect(
    (await as('stranger')).negotiation.create({
      ...wanted,
      succeeds: made.negotiation,
    }),
  ).rejects.toThrow(/no such negotiation/);
});

it('refuses what comes at the wrong time or in a wrong form, and changes nothing', async () => {
  const log = await opened();
  const before = await sizeOf(log);
  const facilitator = await as('facilitator');
  const key = { negotiation: log, idempotencyKey: 'k' };
  await expect(facilitator.negotiation.setMode({ ...key, mode: 'sealed', public: false })).rejects.toThrow(
    /while a round is open/,
  );
  await expect(facilitator.negotiation.conclude({ ...key, profile: null, reason: null })).rejects.toThrow(
    /while a round is open/,
  );
  await expect(facilitator.round.open({ ...key, deadline: 'tomorrow' })).rejects.toThrow(/form/);
  await expect(facilitator.round.extend({ ...key, deadline: '2099-01-01T00:00:00.000Z' })).rejects.toThrow(
    /no deadline/,
  );
  expect(await sizeOf(log)).toBe(before);
});

it('lets one of two win, closing and casting at the same moment', async () => {
  const log = await opened();
  const [own, facilitator] = [await as(OWN), await as('facilitator')];
  for (let i = 0; i < 10; i++) {
    const before = await sizeOf(log);
    const [cast, closed] = await Promise.allSettled([
      own.ballot.cast({ negotiation: log, stakeholder: OWN, abstain: true, idempotencyKey: `cast ${i}` }),
      facilitator.round.close({ negotiation: log, idempotencyKey: `close ${i}` }),
    ]);
    if (closed.status === 'rejected') throw closed.reason;
    // A cast that was taken in stands before the close; one that came after it left nothing.
    if (cast.status === 'fulfilled') expect(cast.value.position).toBe(before);
    else expect(String(cast.reason)).toMatch(/between rounds/);
    expect(closed.value.position).toBe(before + (cast.status === 'fulfilled' ? 1 : 0));
    await facilitator.round.open({ negotiation: log, deadline: null, idempotencyKey: `open ${i}` });
  }
});

it('ends a removed member’s rights at once', async () => {
  const log = await opened();
  const facilitator = await as('facilitator');
  const { members } = await facilitator.member.list({ negotiation: log });
  const seat = members.find(({ stakeholder }) => stakeholder === OWN);
  if (seat === undefined) throw new Error('no such member');
  const { name: _, ...member } = seat;
  await facilitator.member.remove({ negotiation: log, member, idempotencyKey: 'remove' });
  await expect((await as(OWN)).negotiation.get({ negotiation: log })).rejects.toThrow(/no such negotiation/);
});

it('shows a comment, its edit and its redaction', async () => {
  const log = await opened();
  const call = await as(OWN);
  const post = STATEMENTS['comment.post'];
  if (post === undefined) throw new Error('no such statement');
  await post(call, log, OWN);
  const [comment] = (await call.comment.list({ negotiation: log })).comments;
  const position = comment?.position ?? -1;
  await call.comment.edit({ negotiation: log, comment: position, text: 'Better.', idempotencyKey: 'edit' });
  const observer = await as('observer');
  expect((await observer.comment.list({ negotiation: log })).comments).toMatchObject([
    { text: 'Better.', earlier: ['A word.'], author: { name: null, isMe: false } },
  ]);
  await call.comment.redact({ negotiation: log, comment: position, reason: null, idempotencyKey: 'redact' });
  expect((await call.comment.list({ negotiation: log })).comments).toMatchObject([
    { text: null, earlier: [], author: { name: OWN, isMe: true } },
  ]);
});
