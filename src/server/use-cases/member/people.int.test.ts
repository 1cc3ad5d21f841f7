import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../db/pseudonyms';
import type { Store } from '../../db/store';
import { Hub } from '../../live/hub';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';

const OPEN = 'open-table';
const SEALED = 'sealed-table';
const LAB = 'lab-aurora';

let database: TestDatabase;
let store: Store;
let other: Store;
let hub: Hub;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  other = database.open();
  hub = new Hub(store);
  await hub.start();
  const file = exampleFile('frontier-training');
  await playedNegotiation(store, OPEN, file);
  await playedNegotiation(store, SEALED, file, { mode: 'sealed' });
});
afterAll(async () => {
  await hub.close();
  await database.drop();
});

const as = async (key: string, where = store) => callerFor(where, await people(where)(key), hub);
const pseudonym = async (log: string, key: string) =>
  (await pseudonymOf(store, log, await accountOf(store, key))) ?? 'u_nobody';

async function seat(log: string, key: string, role: 'observer' | 'delegate', stakeholder: string | null) {
  const facilitator = await as('facilitator');
  const [made] = await facilitator.member.invite({
    negotiation: log,
    idempotencyKey: `${log} ${key}`,
    invitations: [{ address: null, role, stakeholder }],
  });
  const token = made?.path?.slice('/join/'.length) ?? '';
  await (await as(key)).negotiation.join({ token });
}

describe('a member who is removed', () => {
  it('loses their rights at once, in an open stream too, whichever server removes them', async () => {
    await seat(OPEN, 'guest', 'observer', null);
    const guest = await as('guest');
    const stream = (await guest.standing.live({ negotiation: OPEN }))[Symbol.asyncIterator]();
    await stream.next();
    // No standing is computed here: what ends the stream is the removal itself.
    const ended = expect(stream.next()).rejects.toThrow('no such negotiation');
    const member = {
      pseudonym: await pseudonym(OPEN, 'guest'),
      role: 'observer',
      stakeholder: null,
    } as const;
    const facilitator = await as('facilitator', other);
    await facilitator.member.remove({ negotiation: OPEN, idempotencyKey: 'remove', member });
    await ended;
    await expect(guest.negotiation.get({ negotiation: OPEN })).rejects.toThrow('no such negotiation');
    const { rows } = await store.pool.query(
      `SELECT FROM event WHERE log = $1 AND type = 'member.joined' AND actor = $2`,
      [OPEN, member.pseudonym],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a member who leaves', () => {
  it('loses their rights at once, and the history keeps what they did', async () => {
    await seat(OPEN, 'passing', 'observer', null);
    const passing = await as('passing');
    const { position } = await passing.member.leave({ negotiation: OPEN, idempotencyKey: 'off' });
    await expect(passing.negotiation.get({ negotiation: OPEN })).rejects.toThrow('no such negotiation');
    const actor = await pseudonym(OPEN, 'passing');
    const { rows } = await store.pool.query<{ type: string; position: number }>(
      'SELECT type, position FROM event WHERE log = $1 AND actor = $2 ORDER BY position',
      [OPEN, actor],
    );
    expect(rows.map(({ type }) => type)).toEqual(['member.joined', 'member.removed']);
    expect(rows.at(-1)?.position).toBe(position);
    expect(await passing.negotiation.list()).toEqual([]);
  });

  it('is not the last facilitator', async () => {
    const facilitator = await as('facilitator');
    await expect(facilitator.member.leave({ negotiation: OPEN, idempotencyKey: 'off' })).rejects.toThrow(
      'somebody must be left who can move the negotiation',
    );
    expect((await facilitator.negotiation.get({ negotiation: OPEN })).me.roles).toEqual(['facilitator']);
  });
});

describe('a deputy', () => {
  const cast = async (idempotencyKey: string) =>
    (await as('stand-in')).ballot.cast({
      negotiation: OPEN,
      stakeholder: LAB,
      abstain: true,
      idempotencyKey,
    });

  it('speaks for the stakeholder from the first moment of the period to the last, by the database’s clock', async () => {
    await seat(OPEN, 'stand-in', 'observer', null);
    await expect(cast('before')).rejects.toThrow('role');
    const { rows } = await store.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const now = rows[0]?.now.getTime() ?? 0;
    const deputy = await pseudonym(OPEN, 'stand-in');
    const hand = async (idempotencyKey: string, from: number, until: number) =>
      (await as(LAB)).member.deputise({
        negotiation: OPEN,
        idempotencyKey,
        stakeholder: LAB,
        deputy,
        from: new Date(now + from).toISOString(),
        until: new Date(now + until).toISOString(),
      });
    await hand('later', 60_000, 120_000);
    await expect(cast('too early')).rejects.toThrow('role');
    await hand('now', -60_000, 60_000);
    await cast('in time');
    expect((await (await as('stand-in')).negotiation.get({ negotiation: OPEN })).me.roles).toContain(
      'delegate',
    );
    await hand('over', -120_000, -60_000);
    await expect(cast('too late')).rejects.toThrow('role');
  });

  it('does not hand over in turn, and goes with whoever appointed them', async () => {
    await seat(OPEN, 'second', 'delegate', LAB);
    const deputy = await pseudonym(OPEN, 'stand-in');
    const period = { from: '2026-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };
    const hand = { negotiation: OPEN, stakeholder: LAB, ...period };
    await (await as('second')).member.deputise({ ...hand, deputy, idempotencyKey: 'by second' });
    await cast('as deputy');
    const onwards = (await as('stand-in')).member.deputise({
      ...hand,
      deputy: await pseudonym(OPEN, 'observer'),
      idempotencyKey: 'onwards',
    });
    await expect(onwards).rejects.toThrow('A deputy cannot hand over');
    const member = {
      pseudonym: await pseudonym(OPEN, 'second'),
      role: 'delegate',
      stakeholder: LAB,
    } as const;
    await (await as('facilitator')).member.remove({
      negotiation: OPEN,
      idempotencyKey: 'second goes',
      member,
    });
    await expect(cast('after')).rejects.toThrow('role');
  });
});

describe.each([OPEN, SEALED])('a ballot on paper, in the %s', (log) => {
  it('counts once a delegate of the stakeholder has confirmed it, and not before', async () => {
    const facilitator = await as('facilitator');
    const delegate = await as(LAB);
    const mine = () => delegate.ballot.mine({ negotiation: log, stakeholder: LAB });
    const before = await mine();
    const ballot = { scores: { race: [10, 20, 30], 'licensed-scaling': 77 } };
    const { position } = await facilitator.ballot.enter({
      negotiation: log,
      stakeholder: LAB,
      ballot,
      note: 'By post, on Monday.',
      idempotencyKey: 'paper',
    });
    const waiting = await mine();
    expect(waiting.position).toBe(before.position);
    const next = async () => (await delegate.negotiation.get({ negotiation: log })).next;
    expect(await next()).toContainEqual({ kind: 'confirm', stakeholder: LAB });
    expect(waiting.entered).toMatchObject({
      position,
      by: 'facilitator',
      note: 'By post, on Monday.',
      ballot,
    });
    await expect(
      (await as('gov-arden')).ballot.confirm({
        negotiation: log,
        stakeholder: LAB,
        entered: position,
        idempotencyKey: 'not mine',
      }),
    ).rejects.toThrow('not a delegate');
    await delegate.ballot.confirm({
      negotiation: log,
      stakeholder: LAB,
      entered: position,
      idempotencyKey: 'confirm',
    });
    const after = await mine();
    expect(after).toMatchObject({ ballot: { stakeholder: LAB, ...ballot }, byMe: true, entered: null });
    expect(await next()).not.toContainEqual({ kind: 'confirm', stakeholder: LAB });
    const past = await delegate.ballot.past({ negotiation: log, stakeholder: LAB });
    expect(past.slice(0, 2)).toMatchObject([
      { kind: 'confirmed', by: LAB, byMe: true, counts: true, ballot: null },
      { kind: 'entered', by: 'facilitator', byMe: false, counts: false, ballot },
    ]);
  });

  it('is seen, with all that was cast before it, by its own delegates alone', async () => {
    const rival = await as('gov-arden');
    const asked = { negotiation: log, stakeholder: LAB };
    await expect(rival.ballot.past(asked)).rejects.toThrow('not a delegate');
    await expect((await as('auditor')).ballot.past(asked)).rejects.toThrow('role');
  });
});
