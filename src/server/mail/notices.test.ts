import { describe, expect, it } from 'vitest';
import type { EventType } from '@/negotiation/events/catalogue';
import {
  A,
  AUDITOR,
  B,
  BALLOT,
  C,
  closed,
  concluded,
  drafted,
  FACILITATOR,
  OBSERVER,
  opened,
  type Stage,
} from '@/negotiation/testing/stage';
import { noticesOf } from './notices';

const DEPUTY = 'u_deputy';

/** What the newest event of a type tells, and whom. */
function told(stage: Stage, type: EventType, proposer: string | null = null): Record<string, string[]> {
  const event = stage.events.findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`no ${type} was played`);
  const notices = noticesOf(event, stage.known, proposer).map(({ kind, to }) => [kind, [...to].sort()]);
  return Object.fromEntries(notices);
}

const everyoneBut = (...left: string[]) =>
  [FACILITATOR, A, B, C, AUDITOR, OBSERVER].filter((one) => !left.includes(one)).sort();

/** A second delegate of a, and a deputy for now. */
function withOthersForA(stage: Stage): Stage {
  const invitation = 'second';
  stage.do(FACILITATOR, 'invite', {
    invitation,
    role: 'delegate',
    stakeholder: 'a',
    expiresAt: stage.later(24),
  });
  stage.do('u_seconda', 'join', { invitation });
  stage.do(FACILITATOR, 'invite', {
    invitation: 'deputy',
    role: 'observer',
    stakeholder: null,
    expiresAt: stage.later(24),
  });
  stage.do(DEPUTY, 'join', { invitation: 'deputy' });
  return stage.do(A, 'deputise', {
    stakeholder: 'a',
    deputy: DEPUTY,
    from: stage.now,
    until: stage.later(10),
  });
}

describe('a ballot', () => {
  it.each(['open', 'sealed', 'private'] as const)(
    'that is taken in (%s) is told to all who speak for its stakeholder, whoever cast it, and to nobody else',
    (mode) => {
      const stage = withOthersForA(opened(mode)).do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
      const type = mode === 'open' ? 'ballot.cast' : 'ballot.sealed';
      expect(told(stage, type)).toEqual({ 'ballot.taken': [A, DEPUTY, 'u_seconda'].sort() });
      stage.wait(11).do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
      expect(told(stage, type)).toEqual({ 'ballot.taken': [A, 'u_seconda'].sort() });
    },
  );

  it('that arrived on paper waits for a delegate, and is told of like any once it counts', () => {
    const stage = opened().do(FACILITATOR, 'enterBallot', { stakeholder: 'b', ballot: BALLOT, note: null });
    expect(told(stage, 'ballot.entered')).toEqual({ 'ballot.entered': [B] });
    const entered = stage.known.position;
    stage.do(B, 'confirmBallot', { stakeholder: 'b', entered });
    expect(told(stage, 'ballot.confirmed')).toEqual({ 'ballot.taken': [B] });
  });

  it('is told to nobody who was removed since', () => {
    const stage = opened().do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
    stage.do(FACILITATOR, 'removeMember', { member: { pseudonym: A, role: 'delegate', stakeholder: 'a' } });
    expect(told(stage, 'ballot.cast')).toEqual({ 'ballot.taken': [] });
  });
});

it('tells everyone of rounds, deadlines and the conclusion, but for who did it', () => {
  const stage = opened().do(FACILITATOR, 'setDeadline', { deadline: drafted().later(100) });
  expect(told(stage, 'round.opened')).toEqual({ 'round.opened': everyoneBut(FACILITATOR) });
  expect(told(stage, 'deadline.set')).toEqual({ 'round.deadline': everyoneBut(FACILITATOR) });
  stage.do(FACILITATOR, 'extendRound', { deadline: stage.later(200) });
  expect(told(stage, 'round.extended')).toEqual({ 'round.deadline': everyoneBut(FACILITATOR) });
  expect(told(closed(), 'round.closed')).toEqual({ 'round.closed': everyoneBut(FACILITATOR) });
  expect(told(concluded(), 'negotiation.concluded')).toEqual({
    'negotiation.concluded': everyoneBut(FACILITATOR),
  });
  // A facilitator whom the clock closes a round for is told too.
  const lapsed = opened()
    .do(FACILITATOR, 'setDeadline', { deadline: drafted().later(30) })
    .wait(40);
  lapsed.do('system', 'closeRound', {});
  expect(told(lapsed, 'round.closed')).toEqual({ 'round.closed': everyoneBut() });
});

it('tells facilitators of a proposal, its proposer what became of it, and the delegates to complete their ballots', () => {
  const profile = { id: 'other', title: 'Another', strategies: {} };
  const stage = opened().do(A, 'proposeProfile', { profile, stakeholder: 'a', admit: false });
  expect(told(stage, 'profile.proposed')).toEqual({ 'profile.proposed': [FACILITATOR] });
  const refused = stage.copy().do(FACILITATOR, 'refuseProfile', { profile: 'other', reason: 'As the deal.' });
  expect(told(refused, 'profile.refused', A)).toEqual({ 'profile.decided': [A] });
  stage.do(FACILITATOR, 'admitProfile', { profile: 'other', asDefault: false });
  expect(told(stage, 'profile.admitted', A)).toEqual({
    'profile.decided': [A],
    'profile.new': [B, C].sort(),
  });
});

it('tells delegates of briefings and questions for consent, and of nothing that is set up in draft', () => {
  const briefing = { id: 'more', title: 'More facts' };
  const stage = opened().do(FACILITATOR, 'publishBriefing', { briefing, text: 'New ones.' });
  expect(told(stage, 'briefing.published')).toEqual({ 'briefing.published': [A, B, C].sort() });
  const change = { type: 'rule.set', data: { rule: { members: { moreThan: '1/2' } } } } as const;
  const asked = closed().do(FACILITATOR, 'askConsent', { change, note: null });
  expect(told(asked, 'consent.asked')).toEqual({ 'consent.asked': [A, B, C].sort() });
  const draft = drafted();
  const notices = draft.events.flatMap((event) => noticesOf(event, draft.known, null));
  expect(notices).toEqual([]);
});

it('tells the author of a comment of replies by others', () => {
  const said = { argument: null, stakeholder: null, text: 'Why?', topic: { kind: 'negotiation' } } as const;
  const stage = opened().do(A, 'postComment', { ...said, replyTo: null });
  expect(told(stage, 'comment.posted')).toEqual({});
  const replyTo = stage.known.position;
  expect(told(stage.copy().do(B, 'postComment', { ...said, replyTo }), 'comment.posted')).toEqual({
    'comment.reply': [A],
  });
  expect(told(stage.do(A, 'postComment', { ...said, replyTo }), 'comment.posted')).toEqual({
    'comment.reply': [],
  });
});

it('tells whom a comment mentions, by name or as delegates, once, and not its author', () => {
  const said = { argument: null, stakeholder: null, topic: { kind: 'negotiation' }, replyTo: null } as const;
  const mentioned = (stage: Stage, text: string, more: { replyTo: number | null } = { replyTo: null }) => {
    stage.do(A, 'postComment', { ...said, ...more, text });
    const event = stage.events.at(-1);
    return event && noticesOf(event, stage.known, null, text);
  };
  const stage = withOthersForA(opened());
  expect(mentioned(stage, `@b and @${C}, @${OBSERVER}, @${A}, @nobody`)).toEqual([
    { kind: 'comment.mention', to: [B, C, OBSERVER] },
  ]);
  expect(mentioned(stage, '@a')).toEqual([{ kind: 'comment.mention', to: ['u_seconda', DEPUTY] }]);
  expect(mentioned(stage, 'write to me@b')).toEqual([]);
  // A reply is told once, as one.
  stage.do(B, 'postComment', { ...said, text: 'Why?' });
  expect(mentioned(stage, '@b, because.', { replyTo: stage.known.position })).toEqual([
    { kind: 'comment.reply', to: [B] },
  ]);
});

it('tells of a mention that an edit adds under the comment, and of none once the text is gone', () => {
  const said = { argument: null, stakeholder: null, topic: { kind: 'negotiation' }, replyTo: null } as const;
  const stage = opened().do(A, 'postComment', { ...said, text: 'Well.' });
  const comment = stage.known.position;
  stage.do(A, 'editComment', { comment, text: 'Well, @b.' });
  const event = stage.events.at(-1);
  if (event === undefined) throw new Error('nothing was edited');
  expect(noticesOf(event, stage.known, null, 'Well, @b.')).toEqual([
    { kind: 'comment.mention', to: [B], under: comment },
  ]);
  expect(noticesOf(event, stage.known, null, null)).toEqual([]);
});
