import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../testing/negotiation';

/** A negotiation from draft to archive through its procedures, each of which does here what it is for (product.md §2). */
const OWN = 'lab-aurora';
const OTHER = 'lab-borealis';
const PAUSE = 'verified-pause';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

const as = async (who: string): Promise<Caller> => callerFor(store, await people(store)(who));

let keys = 0;
const key = () => `life ${keys++}`;

async function sizeOf(log: string): Promise<number> {
  const { rows } = await store.pool.query<{ size: number }>('SELECT size FROM log WHERE log = $1', [log]);
  return rows[0]?.size ?? 0;
}

/** Refused with this sentence, and the log is as it was. */
async function refusedIn(log: string, attempt: () => Promise<unknown>, sentence: RegExp): Promise<void> {
  const before = await sizeOf(log);
  await expect(attempt()).rejects.toThrow(sentence);
  expect(await sizeOf(log)).toBe(before);
}

it('is set up in draft, and archived', async () => {
  const facilitator = await as('founder');
  const { negotiation } = await facilitator.negotiation.create({
    title: 'Blank',
    mode: 'open',
    public: false,
    succeeds: null,
    idempotencyKey: key(),
  });
  const on = () => ({ negotiation, idempotencyKey: key() });
  await facilitator.negotiation.describe({
    ...on(),
    title: 'Set up',
    description: 'How it began.',
    simulated: false,
    threats: [{ id: 'own/threat', title: 'A threat of our own' }],
  });
  await facilitator.negotiation.setMode({ ...on(), mode: 'sealed', public: true });
  const stakeholder = { id: 'a', name: 'A', kind: 'lab' } as const;
  await facilitator.frame.change({
    ...on(),
    change: { type: 'stakeholder.added', data: { stakeholder } },
  });
  await facilitator.terms.change({
    ...on(),
    change: { type: 'criterion.added', data: { criterion: { id: 'safety', label: 'Safety' } } },
  });
  await facilitator.briefing.publish({
    ...on(),
    briefing: { id: 'facts', title: 'Facts', required: true },
    text: 'All of them.',
  });
  await refusedIn(negotiation, () => facilitator.round.open({ ...on(), deadline: null }), /cannot open yet/);
  expect(await facilitator.negotiation.get({ negotiation })).toMatchObject({
    mode: 'sealed',
    public: true,
    frame: { title: 'Set up', description: 'How it began.', stakeholders: [stakeholder] },
  });
  await facilitator.negotiation.archive(on());
  await refusedIn(
    negotiation,
    () => facilitator.negotiation.setMode({ ...on(), mode: 'open', public: false }),
    /archived/,
  );
});

it('takes a file that is given to a blank one', async () => {
  const facilitator = await as('founder');
  const { negotiation } = await facilitator.negotiation.create({
    title: 'To be filled',
    mode: 'open',
    public: false,
    succeeds: null,
    idempotencyKey: key(),
  });
  const file = exampleFile('small-01');
  await facilitator.negotiation.import({ negotiation, file, idempotencyKey: key() });
  expect((await facilitator.negotiation.get({ negotiation })).frame.title).toBe(file.title);
});

it('goes through two rounds, a consent and a conclusion', async () => {
  const negotiation = 'life';
  await playedNegotiation(store, negotiation, exampleFile('frontier-training'));
  const on = () => ({ negotiation, idempotencyKey: key() });
  const [facilitator, own, other] = [await as('facilitator'), await as(OWN), await as(OTHER)];

  await facilitator.round.setDeadline({ ...on(), deadline: '2098-01-01T00:00:00.000Z', seen: 1 });
  await facilitator.round.extend({ ...on(), deadline: '2099-01-01T00:00:00.000Z', seen: 1 });
  await own.threat.assess({
    ...on(),
    stakeholder: OWN,
    profile: PAUSE,
    threat: 'misuse/oracle',
    change: [-2, -1, 0],
    reason: 'Fewer runs.',
    evidence: null,
  });
  await own.pledge.make({ ...on(), stakeholder: OWN, profile: PAUSE, condition: null });
  await own.pledge.withdraw({ ...on(), stakeholder: OWN, profile: PAUSE });
  await own.ballot.saveDraft({ negotiation, stakeholder: OWN, draft: { kind: 'abstain', body: null } });
  expect((await own.ballot.mine({ negotiation, stakeholder: OWN })).draft).toMatchObject({
    body: { kind: 'abstain' },
  });
  const entered = await facilitator.ballot.enter({
    ...on(),
    stakeholder: OWN,
    ballot: { scores: { race: 10 } },
    note: 'On paper.',
  });
  await refusedIn(
    negotiation,
    () => other.ballot.confirm({ ...on(), stakeholder: OWN, entered: entered.position }),
    /not a delegate of that/,
  );
  await own.ballot.confirm({ ...on(), stakeholder: OWN, entered: entered.position });
  expect((await own.ballot.mine({ negotiation, stakeholder: OWN })).ballot).toMatchObject({
    scores: { race: 10 },
  });
  await refusedIn(
    negotiation,
    () =>
      facilitator.briefing.publish({
        ...on(),
        briefing: { id: 'evidence-shutdown', title: 'Now required', required: true },
        text: null,
      }),
    /not required/,
  );
  await refusedIn(
    negotiation,
    () =>
      facilitator.briefing.publish({
        ...on(),
        briefing: { id: 'late', title: 'Late', required: true },
        text: 'A word.',
      }),
    /While a round is open/,
  );
  await facilitator.briefing.publish({ ...on(), briefing: { id: 'late', title: 'Late' }, text: 'A word.' });
  await own.briefing.acknowledge({ ...on(), stakeholder: OWN, briefing: 'late' });
  await own.profile.propose({
    ...on(),
    profile: { id: 'short-lived', title: 'Short-lived' },
    stakeholder: OWN,
    admit: false,
  });
  await own.profile.withdraw({ ...on(), profile: 'short-lived', reason: null });

  await facilitator.round.close({ ...on(), seen: 1 });
  const weight = {
    type: 'stakeholder.changed',
    data: { stakeholder: { id: OWN, name: 'Aurora Labs', kind: 'lab', weights: { compute: 300 } } },
  } as const;
  await refusedIn(
    negotiation,
    () => facilitator.frame.change({ ...on(), change: weight }),
    /only by consent/,
  );
  await facilitator.profile.withdraw({ ...on(), profile: 'liability', reason: 'Nobody spoke for it.' });
  const asked = await facilitator.consent.ask({ ...on(), change: weight, note: 'It grew.' });
  await other.consent.refuse({ ...on(), consent: asked.position, stakeholder: OTHER, reason: 'Did it?' });
  expect((await own.session.get({ negotiation })).consents).toMatchObject([
    {
      status: 'asked',
      note: 'It grew.',
      answers: [{ stakeholder: OTHER, word: 'refused', reason: 'Did it?' }],
    },
  ]);
  const everyone = exampleFile('frontier-training').stakeholders.map(({ id }) => id);
  let given = 0;
  for (const stakeholder of everyone) {
    const { consents } = await own.session.get({ negotiation });
    if (consents[0]?.status !== 'asked') break;
    await (await as(stakeholder)).consent.give({ ...on(), consent: asked.position, stakeholder });
    given += 1;
  }
  // Made as soon as those who consent are adequate under the old frame, and not before.
  expect(given).toBeGreaterThan(6);
  expect(given).toBeLessThan(everyone.length);
  const view = await own.negotiation.get({ negotiation });
  expect(view.frame.stakeholders.find(({ id }) => id === OWN)?.weights).toEqual({ compute: 300 });

  await facilitator.round.open({ ...on(), deadline: null, seen: 1 });
  await refusedIn(
    negotiation,
    () => own.ballot.cast({ ...on(), stakeholder: OWN, scores: { liability: 50 } }),
    /withdrawn/,
  );
  // Another facilitator still looks at round 1.
  await refusedIn(negotiation, () => facilitator.round.close({ ...on(), seen: 1 }), /moved on since/);
  await facilitator.round.close({ ...on(), seen: 2 });
  await settleStanding(store, negotiation);
  await refusedIn(
    negotiation,
    () => facilitator.negotiation.conclude({ ...on(), profile: 'joint-project', reason: null, seen: 1 }),
    /moved on since/,
  );
  await facilitator.negotiation.conclude({
    ...on(),
    profile: 'licensed-scaling',
    reason: 'Enough of us.',
    seen: 2,
  });
  expect((await own.session.get({ negotiation })).conclusion).toMatchObject({
    profile: 'licensed-scaling',
    reason: 'Enough of us.',
  });
  const report = await own.commitment.report({
    ...on(),
    stakeholder: OWN,
    status: 'under-way',
    evidence: 'https://example.org/report',
  });
  await other.commitment.dispute({
    ...on(),
    stakeholder: OWN,
    report: report.position,
    by: OTHER,
    reason: 'We see nothing.',
  });

  const successor = await facilitator.negotiation.create({
    title: 'The next one',
    mode: 'open',
    public: false,
    succeeds: negotiation,
    idempotencyKey: key(),
  });
  await facilitator.negotiation.succeed({ ...on(), by: successor.negotiation });
  await facilitator.negotiation.archive(on());
  expect((await own.negotiation.get({ negotiation })).phase).toBe('archived');
});

it('lets a delegate hand over to a deputy for a period', async () => {
  const negotiation = 'deputised';
  await playedNegotiation(store, negotiation, exampleFile('frontier-training'));
  const own = await as(OWN);
  const { members } = await own.member.list({ negotiation });
  const deputy = members.find(({ role }) => role === 'observer');
  if (deputy === undefined) throw new Error('no observer');
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await own.member.deputise({
    negotiation,
    stakeholder: OWN,
    deputy: deputy.pseudonym,
    from: at(-1),
    until: at(1),
    idempotencyKey: key(),
  });
  const stands = await as('observer');
  await stands.ballot.cast({ negotiation, stakeholder: OWN, abstain: true, idempotencyKey: key() });
  expect((await stands.ballot.mine({ negotiation, stakeholder: OWN })).ballot).toMatchObject({
    abstain: true,
  });
});
