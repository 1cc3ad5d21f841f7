import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import {
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../../testing/negotiation';

/** The session page and the feedback between rounds, through their procedures (product.md §2). */
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const PAUSE = 'verified-pause';
/** Scores nobody else would ever think of. */
const TELLTALE = 37.13;
/** The score, also as a fraction, and not the seconds of a moment. */
const TOLD = /37\.13(?!\dZ)|3713\//;
const file = { ...exampleFile('frontier-training'), ballots: [], pledges: [], threatAssessments: [] };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

const as = async (key: string): Promise<Caller> => callerFor(store, await people(store)(key));

let keys = 0;
const key = () => `session ${keys++}`;

async function cast(negotiation: string, stakeholder: string, best: number): Promise<void> {
  const scores = { race: 40, [PAUSE]: [best - 1, best, best + 1] as const };
  const ballot = { scores: { race: scores.race, [PAUSE]: [...scores[PAUSE]] } };
  await (await as(stakeholder)).ballot.cast({ negotiation, stakeholder, idempotencyKey: key(), ...ballot });
}

async function close(negotiation: string): Promise<void> {
  await (await as('facilitator')).round.close({ negotiation, idempotencyKey: key() });
  await settleStanding(store, negotiation);
}

async function open(negotiation: string): Promise<void> {
  await (await as('facilitator')).round.open({ negotiation, deadline: null, idempotencyKey: key() });
}

describe('a sealed negotiation', () => {
  const negotiation = 'feedback-sealed';

  it('tells nothing of a ballot, nor that it abstains, while the round is open', async () => {
    await playedNegotiation(store, negotiation, file, { mode: 'sealed' });
    await cast(negotiation, OWN, TELLTALE);
    const abstainer = await as('lab-cirrus');
    await abstainer.ballot.cast({
      negotiation,
      stakeholder: 'lab-cirrus',
      idempotencyKey: key(),
      abstain: true,
      provisional: true,
    });
    for (const who of [OTHER, 'facilitator', 'auditor']) {
      const reader = await as(who);
      const view = await reader.session.get({ negotiation });
      expect(JSON.stringify(view)).not.toMatch(TOLD);
      for (const stakeholder of [OWN, 'lab-cirrus']) {
        expect(view.votes.find((vote) => vote.stakeholder === stakeholder)).toMatchObject({
          thisRound: true,
          as: 'hidden',
          provisional: false,
        });
      }
      await expect(reader.standing.feedback({ negotiation, stakeholder: null })).rejects.toThrow(
        /no standing/,
      );
    }
  });

  it('tells the others’ intervals after the close, and one’s own apart', async () => {
    await close(negotiation);
    await open(negotiation);
    // Of the new round nothing is told.
    await cast(negotiation, OWN, 91.91);
    const other = await as(OTHER);
    const feedback = await other.standing.feedback({ negotiation, stakeholder: OTHER });
    expect(feedback).toMatchObject({ round: 1, before: null });
    const pause = feedback.profiles.find(({ profile }) => profile === PAUSE);
    expect(pause).toMatchObject({
      mine: null,
      moved: null,
      others: [{ stakeholder: OWN, score: ['3613/100', '3713/100', '3813/100'] }],
    });
    expect(pause?.now?.gaining).toMatchObject({ necessary: 0 });
    expect(JSON.stringify(feedback)).not.toMatch(/9191\/|91\.91/);
    const own = await (await as(OWN)).standing.feedback({ negotiation, stakeholder: OWN });
    expect(own.profiles.find(({ profile }) => profile === PAUSE)).toMatchObject({
      mine: ['3613/100', '3713/100', '3813/100'],
      others: [],
    });
    const view = await other.session.get({ negotiation });
    expect(view.votes.find((vote) => vote.stakeholder === 'lab-cirrus')).toMatchObject({
      thisRound: false,
      as: 'abstained',
      provisional: true,
    });
  });

  it('tells who moved, and which verdicts, once two rounds have closed', async () => {
    await close(negotiation);
    const feedback = await (await as('auditor')).standing.feedback({ negotiation, stakeholder: null });
    expect(feedback).toMatchObject({ round: 2, before: 1 });
    const pause = feedback.profiles.find(({ profile }) => profile === PAUSE);
    expect(pause?.moved).toEqual([
      {
        stakeholder: OWN,
        from: ['3613/100', '3713/100', '3813/100'],
        to: ['9091/100', '9191/100', '9291/100'],
      },
    ]);
    expect([pause?.before?.gaining?.necessary, pause?.now?.gaining?.necessary]).toEqual([0, 1]);
  });

  it('is for members, and in another stakeholder’s name for nobody', async () => {
    for (const who of ['observer', 'stranger']) {
      const reader = await as(who);
      await expect(reader.standing.feedback({ negotiation, stakeholder: null })).rejects.toThrow();
      await expect(reader.session.get({ negotiation })).rejects.toThrow();
    }
    const other = await as(OTHER);
    await expect(other.standing.feedback({ negotiation, stakeholder: OWN })).rejects.toThrow(
      /not a delegate/,
    );
  });
});

it('tells in private mode counts and one’s own ballot, and no more', async () => {
  const negotiation = 'feedback-private';
  await playedNegotiation(store, negotiation, file, { mode: 'private' });
  await cast(negotiation, OWN, TELLTALE);
  await cast(negotiation, OTHER, 77.77);
  await close(negotiation);
  for (const who of [OTHER, 'facilitator', 'auditor']) {
    const reader = await as(who);
    const stakeholder = who === OTHER ? OTHER : null;
    const feedback = await reader.standing.feedback({ negotiation, stakeholder });
    expect(JSON.stringify(feedback)).not.toMatch(TOLD);
    expect(JSON.stringify(feedback)).not.toContain(OWN);
    const pause = feedback.profiles.find(({ profile }) => profile === PAUSE);
    expect(pause).toMatchObject({ others: null, moved: null });
    expect(pause?.now?.gaining?.necessary).toBe(1);
    expect(pause?.mine?.[1] ?? null).toBe(who === OTHER ? '7777/100' : null);
    const { votes } = await reader.session.get({ negotiation });
    expect(votes.find((vote) => vote.stakeholder === OWN)).toMatchObject({ as: 'hidden' });
  }
});

it('shows proposals and what became of them, with the reason', async () => {
  const negotiation = 'proposals';
  await playedNegotiation(store, negotiation, file);
  const [own, facilitator] = [await as(OWN), await as('facilitator')];
  const propose = (id: string) =>
    own.profile.propose({
      negotiation,
      profile: { id, title: id, amends: PAUSE, summary: `About ${id}.`, strategies: { [OWN]: 'stop' } },
      stakeholder: OWN,
      admit: false,
      idempotencyKey: key(),
    });
  for (const id of ['first', 'second', 'third']) await propose(id);
  const settle = { negotiation, idempotencyKey: key() };
  await facilitator.profile.refuse({ ...settle, profile: 'first', reason: 'Too like the other.' });
  await facilitator.profile.admit({
    negotiation,
    profile: 'second',
    asDefault: false,
    idempotencyKey: key(),
  });
  const { proposals } = await own.session.get({ negotiation });
  expect(proposals.map(({ profile, status, reason }) => [profile.id, status, reason])).toEqual([
    ['third', 'waiting', null],
    ['second', 'admitted', null],
    ['first', 'refused', 'Too like the other.'],
  ]);
  expect(proposals[0]).toMatchObject({
    profile: { amends: PAUSE, summary: 'About third.' },
    stakeholder: OWN,
    byMe: true,
  });
  expect((await facilitator.session.get({ negotiation })).proposals[0]).toMatchObject({ byMe: false });
  await expect(
    facilitator.profile.admit({ ...settle, profile: 'first', asDefault: false }),
  ).rejects.toThrow();
});

it.each(['sealed', 'private'] as const)(
  'asks the delegates of a %s ballot to complete it once a profile was admitted that it does not know',
  async (mode) => {
    const negotiation = `complete-${mode}`;
    await playedNegotiation(store, negotiation, file, { mode });
    const own = await as(OWN);
    const scores = Object.fromEntries(file.profiles.map(({ id }) => [id, 50]));
    await own.ballot.cast({ negotiation, stakeholder: OWN, idempotencyKey: key(), scores });
    const steps = async (who: Caller) =>
      (await who.negotiation.get({ negotiation })).next.filter(({ kind }) => kind === 'complete');
    expect(await steps(own)).toEqual([]);
    const facilitator = await as('facilitator');
    await facilitator.profile.propose({
      negotiation,
      profile: { id: 'late', title: 'Late' },
      stakeholder: null,
      admit: true,
      idempotencyKey: key(),
    });
    expect(await steps(own)).toEqual([{ kind: 'complete', stakeholder: OWN, profiles: ['late'] }]);
    expect(await steps(await as(OTHER))).toEqual([]);
    expect((await own.ballot.mine({ negotiation, stakeholder: OWN })).uncovered).toEqual(['late']);
  },
);
