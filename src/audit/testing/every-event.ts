import { signCheckpoint } from '@/ledger/checkpoint';
import { signingKey } from '@/ledger/note';
import { signRotation } from '@/ledger/rotation';
import type { CommandOf } from '@/negotiation/command';
import { A, B, BALLOT, C, FACILITATOR, Stage } from '@/negotiation/testing/stage';
import type { Mode } from '@/negotiation/views';
import { KEY } from './bundles';

/** A short history with every type of the catalogue that can occur in its mode. */

/** Signs since the rotation. */
const SECOND = signingKey(KEY.name, new Uint8Array(32).fill(9));
/** The same in the epoch in which the history ends: what its checkpoints are signed with. */
export const LAST_KEY = signingKey(`${KEY.name}/2`, SECOND.seed);

/** What the state starts from: the frame, to which the rest is added by events of its own. */
const FILE = {
  format: 'parley-negotiation/1',
  title: 'Imported',
  dimensions: [{ id: 'power', label: 'Power' }],
  rule: { quota: { dimension: 'power', moreThan: '1/2' } },
  stakeholders: [
    { id: 'a', name: 'A', kind: 'lab', weights: { power: 50 } },
    { id: 'b', name: 'B', kind: 'lab', weights: { power: 30 } },
    { id: 'c', name: 'C', kind: 'lab', weights: { power: 20 } },
  ],
  profiles: [
    { id: 'base', title: 'As today', default: true },
    { id: 'deal', title: 'A deal', strategies: { a: 'stop', b: 'inspect' } },
  ],
};

export function everyEvent(mode: Mode): Stage {
  const stage = new Stage();
  stage.do(FACILITATOR, 'createNegotiation', { title: 'Stage', mode: 'open', public: false, succeeds: null });
  setUp(stage, mode);
  firstRound(stage);
  betweenRounds(stage);
  stage.do(FACILITATOR, 'openRound', { deadline: null });
  stage.do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT });
  stage.do(FACILITATOR, 'closeRound', {});
  ending(stage);
  return stage;
}

function setUp(stage: Stage, mode: Mode): void {
  const frame = (change: CommandOf<'changeFrame'>['change']) =>
    stage.do(FACILITATOR, 'changeFrame', { change });
  const terms = (change: CommandOf<'changeTerms'>['change']) =>
    stage.do(FACILITATOR, 'changeTerms', { change });
  stage.do(FACILITATOR, 'importFile', { file: FILE });
  stage.do(FACILITATOR, 'setMode', { mode, public: true });
  stage.do(FACILITATOR, 'describe', {
    title: 'Every event',
    description: 'Each type once at least.',
    simulated: true,
    threats: [{ id: 'race/to-bottom', title: 'A race' }],
  });
  frame({
    type: 'dimension.added',
    data: { dimension: { id: 'people', label: 'People' }, weights: { a: 1 } },
  });
  frame({ type: 'dimension.changed', data: { dimension: { id: 'people', label: 'Persons' } } });
  frame({ type: 'dimension.removed', data: { id: 'people' } });
  const spare = { id: 'd', name: 'D', kind: 'government', weights: { power: 1 } } as const;
  frame({ type: 'stakeholder.added', data: { stakeholder: spare } });
  frame({ type: 'stakeholder.changed', data: { stakeholder: { ...spare, name: 'Dee' } } });
  frame({ type: 'stakeholder.removed', data: { id: 'd' } });
  frame({ type: 'rule.set', data: { rule: { quota: { dimension: 'power', moreThan: '1/2' } } } });
  terms({ type: 'criterion.added', data: { criterion: { id: 'k', label: 'K' } } });
  terms({ type: 'criterion.changed', data: { criterion: { id: 'k', label: 'Kay' } } });
  terms({ type: 'criterion.removed', data: { id: 'k' } });
  const guarantee = { id: 'g', title: 'G', kind: 'other', holds: 'training' } as const;
  terms({ type: 'guarantee.added', data: { guarantee } });
  terms({
    type: 'guarantee.changed',
    data: { guarantee: { ...guarantee, delivered: true }, evidence: 'See there.' },
  });
  terms({ type: 'guarantee.removed', data: { id: 'g' } });
  terms({ type: 'moves.set', data: { moves: [{ stakeholder: 'a', from: 'base', to: 'deal' }] } });
  stage.do(FACILITATOR, 'publishBriefing', {
    briefing: { id: 'facts', title: 'Facts', required: true },
    text: 'All of them.',
  });
  for (const [actor, stakeholder] of [
    [A, 'a'],
    [B, 'b'],
    [C, 'c'],
  ] as const) {
    const invitation = `for-${stakeholder}`;
    const expiresAt = stage.later(24);
    stage.do(FACILITATOR, 'invite', { invitation, role: 'delegate', stakeholder, expiresAt });
    stage.do(actor, 'join', { invitation });
  }
}

function firstRound(stage: Stage): void {
  stage.do(FACILITATOR, 'openRound', { deadline: stage.later(5) });
  stage.do(FACILITATOR, 'extendRound', { deadline: stage.later(9) });
  stage.do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' });
  stage.do(A, 'deputise', {
    stakeholder: 'a',
    deputy: 'u_deputy',
    from: stage.now,
    until: stage.later(24),
  });
  stage.do('u_deputy', 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 1, deal: 2 } } });
  stage.do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
  stage.do(FACILITATOR, 'enterBallot', {
    stakeholder: 'b',
    ballot: { scores: { base: 10, deal: 90 } },
    note: 'On paper.',
  });
  stage.do(B, 'confirmBallot', { stakeholder: 'b', entered: stage.events.length - 1 });
  stage.do(C, 'castBallot', { stakeholder: 'c', ballot: { abstain: true } });
  statements(stage);
  profiles(stage);
  stage.do(FACILITATOR, 'removeMember', {
    member: { pseudonym: C, role: 'delegate', stakeholder: 'c' },
  });
  stage.do(FACILITATOR, 'closeRound', {});
}

function statements(stage: Stage): void {
  const on = { stakeholder: 'a', profile: 'deal' };
  stage.do(A, 'assessThreat', {
    ...on,
    threat: 'race/to-bottom',
    change: [-1, 0, 1],
    reason: 'It slows.',
    evidence: null,
  });
  stage.do(A, 'assessAcuteRisk', { ...on, ends: 30, reason: null });
  stage.do(A, 'pledge', { ...on, condition: { includes: ['b'] } });
  stage.do(A, 'withdrawPledge', on);
  stage.do(B, 'postComment', {
    topic: { kind: 'profile', id: 'deal' },
    replyTo: null,
    argument: 'for',
    stakeholder: 'b',
    text: 'We like it.',
  });
  const comment = stage.events.length - 1;
  stage.do(B, 'editComment', { comment, text: 'We like it a lot.' });
  stage.do(FACILITATOR, 'redactComment', { comment, reason: 'Too much.' });
}

function profiles(stage: Stage): void {
  for (const id of ['other', 'third']) {
    stage.do(B, 'proposeProfile', { profile: { id, title: id }, stakeholder: 'b', admit: false });
  }
  stage.do(FACILITATOR, 'admitProfile', { profile: 'other', asDefault: false });
  stage.do(FACILITATOR, 'refuseProfile', { profile: 'third', reason: 'No third one.' });
}

function betweenRounds(stage: Stage): void {
  stage.do(FACILITATOR, 'withdrawProfile', { profile: 'other', reason: 'Nobody wants it.' });
  const data = { stakeholder: { id: 'c', name: 'Cee', kind: 'lab', weights: { power: 20 } } } as const;
  const ask = () => {
    stage.do(FACILITATOR, 'askConsent', { change: { type: 'stakeholder.changed', data }, note: 'A name.' });
    return stage.events.length - 1;
  };
  const consent = ask();
  stage.do(A, 'refuseConsent', { consent, stakeholder: 'a', reason: 'Not yet.' });
  stage.do(A, 'giveConsent', { consent, stakeholder: 'a' });
  stage.do(B, 'giveConsent', { consent, stakeholder: 'b' });
}

function ending(stage: Stage): void {
  stage.do(FACILITATOR, 'conclude', { profile: 'deal', reason: 'Enough of us.' });
  stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(24 * 90), everyMonths: 3 } });
  stage.do(A, 'reportCommitment', { stakeholder: 'a', status: 'kept', evidence: 'It was seen.' });
  const report = stage.events.length - 1;
  stage.do(B, 'disputeCommitment', { stakeholder: 'a', report, by: 'b', reason: 'By nobody.' });
  stage.do(FACILITATOR, 'succeed', { by: 'next' });
  stage.do('system', 'rotateKey', signRotation(SECOND, KEY, stage.events.length));
  const lost = { origin: KEY.name, size: stage.events.length + 1, root: new Uint8Array(32).fill(1) };
  stage.do('system', 'beginEpoch', { epoch: 2, checkpoint: signCheckpoint(lost, SECOND) });
  stage.do(FACILITATOR, 'archive', {});
}
