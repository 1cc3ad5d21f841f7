import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, isCommand } from '@/negotiation/command';
import type { ThreatsView } from '@/negotiation/threat-view';
import { pseudonymOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  accountOf,
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../testing/negotiation';

/** What the pages of participants read and do (product.md §2, rows on briefings, assessments, comments, commitments). */
const file = { ...exampleFile('frontier-training'), threatAssessments: [], acuteRiskAssessments: [] };
const OWN = 'lab-aurora';
const WHO = [OWN, 'lab-borealis', 'facilitator', 'auditor', 'observer'] as const;
type Who = (typeof WHO)[number];
const TELLTALE = 'Seen in a drill in the harbour.';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

type Callers = Readonly<Record<Who, Caller>>;

async function played(negotiation: string, mode: 'open' | 'sealed' | 'private'): Promise<Callers> {
  await playedNegotiation(store, negotiation, file, { mode });
  const as = people(store);
  const call = async (who: Who) => callerFor(store, await as(who));
  return {
    'lab-aurora': await call('lab-aurora'),
    'lab-borealis': await call('lab-borealis'),
    facilitator: await call('facilitator'),
    auditor: await call('auditor'),
    observer: await call('observer'),
  };
}

async function does(key: string, negotiation: string, value: unknown): Promise<void> {
  const actor = await pseudonymOf(store, negotiation, await accountOf(store, key));
  if (actor === null || !isCommand(value)) throw new Error('no command');
  const command: Command = value;
  const answer = await store.appender.append({ log: negotiation, actor, command });
  if (!answer.ok) throw new Error(answer.error.message.text);
  await settleStanding(store, negotiation);
}

const key = () => ({ idempotencyKey: randomUUID() });

describe('threat assessments', () => {
  const assess = async (call: Callers, negotiation: string) => {
    const where = { negotiation, stakeholder: OWN, profile: 'verified-pause' };
    await call[OWN].threat.assess({
      ...where,
      threat: 'misuse/oracle',
      change: [-2, -1, 0],
      reason: TELLTALE,
      evidence: 'https://drills.example/harbour',
      ...key(),
    });
    await call[OWN].acuteRisk.assess({ ...where, ends: [10, 20, 30], reason: TELLTALE, ...key() });
  };
  const seenBy = async (call: Callers, negotiation: string): Promise<readonly Who[]> => {
    const seen: Who[] = [];
    for (const who of WHO) {
      const view: ThreatsView = await call[who].threat.list({ negotiation });
      const told = [view.assessments.length, view.acuteRisks.length];
      // One does not go without the other, and where neither is shown no trace of the text is.
      expect(told[0]).toBe(told[1]);
      expect(JSON.stringify(view).includes(TELLTALE)).toBe(told[0] === 1);
      if (told[0] === 1) seen.push(who);
    }
    return seen;
  };

  it('are for members at once in an open negotiation, and observers learn how many', async () => {
    const call = await played('threats-open', 'open');
    await assess(call, 'threats-open');
    expect(await seenBy(call, 'threats-open')).toEqual([OWN, 'lab-borealis', 'facilitator', 'auditor']);
    const { counts, open } = await call.observer.threat.list({ negotiation: 'threats-open' });
    expect(open).toBe(true);
    expect(counts).toMatchObject({ threatAssessments: 1, acuteRiskAssessments: 1 });
  });

  it('are for their own delegates alone until a sealed round closes', async () => {
    const call = await played('threats-sealed', 'sealed');
    await assess(call, 'threats-sealed');
    expect(await seenBy(call, 'threats-sealed')).toEqual([OWN]);
    const before = await call.observer.threat.list({ negotiation: 'threats-sealed' });
    expect(before.counts).toMatchObject({ threatAssessments: 0, acuteRiskAssessments: 0 });
    await does('facilitator', 'threats-sealed', { kind: 'closeRound' });
    expect(await seenBy(call, 'threats-sealed')).toEqual([OWN, 'lab-borealis', 'facilitator', 'auditor']);
    const { open } = await call[OWN].threat.list({ negotiation: 'threats-sealed' });
    expect(open).toBe(false);
  });

  it('stay with their delegates in private, and go to auditors after the conclusion', async () => {
    const call = await played('threats-private', 'private');
    await assess(call, 'threats-private');
    await does('facilitator', 'threats-private', { kind: 'closeRound' });
    expect(await seenBy(call, 'threats-private')).toEqual([OWN]);
    await does('facilitator', 'threats-private', {
      kind: 'conclude',
      profile: null,
      reason: 'No bar cleared.',
    });
    expect(await seenBy(call, 'threats-private')).toEqual([OWN, 'auditor']);
  });

  it('stand beside what shows that a guarantee was delivered', async () => {
    const call = await played('delivered', 'open');
    await does('facilitator', 'delivered', { kind: 'closeRound' });
    const guarantee = file.guarantees?.find(({ id }) => id === 'regret-bound');
    const data = { guarantee: { ...guarantee, delivered: true }, evidence: 'https://proof.example' };
    await does('facilitator', 'delivered', {
      kind: 'changeTerms',
      change: { type: 'guarantee.changed', data },
    });
    const view = await call.observer.threat.list({ negotiation: 'delivered' });
    expect(view.deliveries).toEqual({ 'regret-bound': 'https://proof.example' });
    const facilitator = callerFor(store, await people(store)('facilitator'));
    const setUp = await facilitator.negotiation.setUp({ negotiation: 'delivered' });
    expect(setUp.deliveries).toEqual(view.deliveries);
  });
});

describe('briefings', () => {
  it('show their text to every reader and who has acknowledged them to members alone', async () => {
    const call = await played('briefings', 'sealed');
    const where = { negotiation: 'briefings', briefing: 'fresh' };
    const publish = (text: string) =>
      call.facilitator.briefing.publish({
        negotiation: 'briefings',
        briefing: { id: 'fresh', title: 'Fresh evidence' },
        text,
        ...key(),
      });
    await publish('First words.');
    await call[OWN].briefing.acknowledge({ ...where, stakeholder: OWN, version: 1, ...key() });
    await publish('Second words.');

    const own = await call[OWN].briefing.get(where);
    expect(own.text).toEqual({ kind: 'kept', markdown: 'Second words.' });
    expect(own.mine).toEqual([{ stakeholder: OWN, version: 1 }]);
    await expect(
      call[OWN].briefing.acknowledge({ ...where, stakeholder: OWN, version: 1, ...key() }),
    ).rejects.toThrow();
    await call[OWN].briefing.acknowledge({ ...where, stakeholder: OWN, version: 2, ...key() });

    const auditor = await call.auditor.briefing.get(where);
    expect(auditor.acknowledgedBy).toMatchObject([{ stakeholder: OWN, version: 2 }]);
    const observer = await call.observer.briefing.get(where);
    expect(observer).toMatchObject({ text: own.text, acknowledgedBy: null, mine: [] });
    const { briefings } = await call.observer.briefing.list({ negotiation: 'briefings' });
    expect(briefings.every(({ acknowledgedBy }) => acknowledgedBy === null)).toBe(true);
    const told = JSON.stringify(await call.observer.negotiation.export({ negotiation: 'briefings' }));
    expect(told).not.toContain('"acknowledgements"');
  });

  it('say when there was no text, and when it was redacted', async () => {
    const call = await played('briefings-gone', 'open');
    const negotiation = 'briefings-gone';
    const none = await call.observer.briefing.get({ negotiation, briefing: 'evidence-shutdown' });
    expect(none.text).toEqual({ kind: 'none' });
    await does('facilitator', negotiation, {
      kind: 'publishBriefing',
      briefing: { id: 'fresh', title: 'Fresh' },
      text: TELLTALE,
    });
    await store.pool.query('DELETE FROM event_text WHERE log = $1 AND text = $2', [negotiation, TELLTALE]);
    const gone = await call.observer.briefing.get({ negotiation, briefing: 'fresh' });
    expect(gone.text).toEqual({ kind: 'gone' });
    await expect(call.observer.briefing.get({ negotiation, briefing: 'no-such' })).rejects.toThrow();
  });
});

describe('the discussion', () => {
  it('is read by observers under pseudonyms, counts arguments, and keeps the trace of what is gone', async () => {
    const call = await played('talk', 'sealed');
    const topic = { kind: 'profile' as const, id: 'joint-project' };
    const post = async (text: string, argument: 'for' | 'against' | null) =>
      call[OWN].comment.post({
        negotiation: 'talk',
        topic,
        replyTo: null,
        argument,
        stakeholder: OWN,
        text,
        ...key(),
      });
    await post('It shares the risk.', 'for');
    await post('It shares the secrets.', 'against');
    const before = await call.observer.comment.list({ negotiation: 'talk', topic });
    const [first, second] = before.comments.map(({ position }) => position);
    await call[OWN].comment.edit({
      negotiation: 'talk',
      comment: first ?? 0,
      text: 'It shares the risk evenly.',
      ...key(),
    });
    await call.facilitator.comment.redact({
      negotiation: 'talk',
      comment: second ?? 0,
      reason: 'A trade secret.',
      ...key(),
    });

    const { comments } = await call.observer.comment.list({ negotiation: 'talk', topic });
    expect(comments.map(({ text }) => text)).toEqual(['It shares the risk evenly.', null]);
    expect(comments[0]?.earlier).toEqual(['It shares the risk.']);
    expect(comments[0]?.author.name).toBeNull();
    expect(comments[1]?.redaction).toMatchObject({ reason: 'A trade secret.' });
    expect(JSON.stringify(comments)).not.toContain('secrets');
    const member = await call.auditor.comment.list({ negotiation: 'talk', topic });
    expect(member.comments[1]?.redaction?.by.name).toBe('facilitator');
    const threads = await call.observer.comment.threads({ negotiation: 'talk' });
    expect(threads).toMatchObject([{ topic, comments: 1, arguments: { for: 1, against: 0 } }]);
  });
});

describe('commitments', () => {
  it('follow the conclusion; reports and disputes are for members', async () => {
    const call = await played('owed', 'open');
    const negotiation = 'owed';
    const before = await call[OWN].commitment.list({ negotiation });
    expect(before).toEqual({ conclusion: null, open: false, schedule: null, commitments: [] });
    await does('facilitator', negotiation, { kind: 'closeRound' });
    await does('facilitator', negotiation, {
      kind: 'conclude',
      profile: 'licensed-scaling',
      reason: 'Enough of us.',
    });
    await call[OWN].commitment.report({
      negotiation,
      stakeholder: OWN,
      status: 'kept',
      evidence: 'https://licence.example',
      ...key(),
    });
    const reported = await call['lab-borealis'].commitment.list({ negotiation });
    const report = reported.commitments[0]?.reports?.[0];
    await call['lab-borealis'].commitment.dispute({
      negotiation,
      stakeholder: OWN,
      by: 'lab-borealis',
      report: report?.position ?? 0,
      reason: 'The licence lapsed.',
      ...key(),
    });

    const after = await call.auditor.commitment.list({ negotiation });
    expect(after.conclusion).toMatchObject({ profile: 'licensed-scaling', reason: 'Enough of us.' });
    expect(after.commitments[0]).toMatchObject({
      stakeholder: OWN,
      reports: [
        {
          status: 'kept',
          evidence: 'https://licence.example',
          disputes: [{ by: 'lab-borealis', reason: 'The licence lapsed.' }],
        },
      ],
    });
    const observer = await call.observer.commitment.list({ negotiation });
    expect(observer.commitments).toHaveLength(after.commitments.length);
    expect(observer.commitments.every(({ reports }) => reports === null)).toBe(true);
    expect(JSON.stringify(observer)).not.toContain('lapsed');
  });
});

describe('pledges', () => {
  it('are seen as ballots are, with the round in which a condition failed', async () => {
    await playedNegotiation(store, 'pledged', { ...file, pledges: [] }, { mode: 'sealed' });
    const as = people(store);
    const own = callerFor(store, await as(OWN));
    const other = callerFor(store, await as('lab-borealis'));
    const observer = callerFor(store, await as('observer'));
    const where = { negotiation: 'pledged', profile: 'joint-project' };
    const condition = { includes: ['gov-arden'] };
    await own.pledge.make({ ...where, stakeholder: OWN, condition, ...key() });
    await other.pledge.make({ ...where, stakeholder: 'lab-borealis', condition: null, ...key() });
    const ofMine = await own.pledge.list({ negotiation: 'pledged' });
    expect(ofMine.profiles[0]?.pledges).toEqual([{ stakeholder: OWN, condition }]);
    await does('facilitator', 'pledged', { kind: 'closeRound' });
    const { profiles, open } = await other.pledge.list({ negotiation: 'pledged' });
    expect(open).toBe(false);
    expect(profiles).toMatchObject([
      { profile: 'joint-project', standing: ['lab-borealis'], struck: [{ stakeholder: OWN, round: 1 }] },
    ]);
    expect(await observer.pledge.list({ negotiation: 'pledged' })).toMatchObject({ count: 2, profiles: [] });
  });
});
