import { describe, expect, it } from 'vitest';
import { signRotation } from '@/ledger/rotation';
import type { Command } from '../command';
import { lostCheckpoint, stageKey } from '../testing/keys';
import { A, BALLOT, closed, concluded, drafted, FACILITATOR, opened, type Stage } from '../testing/stage';

/** The table of product.md §2, "Life of a negotiation", cell by cell. */

const STAGES = {
  draft: () => drafted(),
  open: () => opened(),
  lapsed: () => {
    const stage = drafted();
    return stage.do(FACILITATOR, 'openRound', { deadline: stage.later(1) }).wait(2);
  },
  closed: () =>
    closed().do(FACILITATOR, 'proposeProfile', {
      profile: { id: 'third', title: 'Third' },
      stakeholder: null,
      admit: true,
    }),
  concluded: () => concluded(),
  archived: () => concluded().do(FACILITATOR, 'archive', {}),
} as const;

type Period = keyof typeof STAGES;
const PERIODS = ['draft', 'open', 'lapsed', 'closed', 'concluded', 'archived'] as const;

const stakeholder = { id: 'd', name: 'D', kind: 'lab', weights: { power: 1 } } as const;
const amendment = { id: 'deal-2', title: 'A better deal', amends: 'deal' };
const guarantee = { id: 'g', title: 'G', kind: 'other', holds: 'training' } as const;

const ROWS: readonly [what: string, actor: string, command: Command, when: readonly Period[]][] = [
  [
    'a rule',
    FACILITATOR,
    { kind: 'changeFrame', change: { type: 'rule.set', data: { rule: { members: { atLeast: 2 } } } } },
    ['draft'],
  ],
  [
    'a dimension',
    FACILITATOR,
    {
      kind: 'changeFrame',
      change: {
        type: 'dimension.added',
        data: { dimension: { id: 'votes', label: 'Votes' }, weights: { a: 1 } },
      },
    },
    ['draft'],
  ],
  [
    'a stakeholder',
    FACILITATOR,
    { kind: 'changeFrame', change: { type: 'stakeholder.added', data: { stakeholder } } },
    ['draft'],
  ],
  [
    'a weight',
    FACILITATOR,
    {
      kind: 'changeFrame',
      change: { type: 'stakeholder.changed', data: { stakeholder: { ...stakeholder, id: 'a' } } },
    },
    ['draft'],
  ],
  [
    'a stakeholder’s removal',
    FACILITATOR,
    { kind: 'changeFrame', change: { type: 'stakeholder.removed', data: { id: 'c' } } },
    ['draft'],
  ],
  ['another default', FACILITATOR, { kind: 'admitProfile', profile: 'base', asDefault: true }, []],
  [
    'a criterion',
    FACILITATOR,
    {
      kind: 'changeTerms',
      change: { type: 'criterion.added', data: { criterion: { id: 'm', label: 'M' } } },
    },
    ['draft', 'closed'],
  ],
  [
    'a criterion’s removal',
    FACILITATOR,
    { kind: 'changeTerms', change: { type: 'criterion.removed', data: { id: 'k' } } },
    ['draft', 'closed'],
  ],
  [
    'a guarantee',
    FACILITATOR,
    {
      kind: 'changeTerms',
      change: { type: 'guarantee.added', data: { guarantee: { ...guarantee, id: 'h' } } },
    },
    ['draft', 'closed'],
  ],
  [
    'a guarantee’s delivery',
    FACILITATOR,
    {
      kind: 'changeTerms',
      change: {
        type: 'guarantee.changed',
        data: { guarantee: { ...guarantee, delivered: true }, evidence: 'A report' },
      },
    },
    ['draft', 'closed', 'concluded'],
  ],
  [
    'a guarantee’s title',
    FACILITATOR,
    {
      kind: 'changeTerms',
      change: {
        type: 'guarantee.changed',
        data: { guarantee: { ...guarantee, title: 'G2' }, evidence: null },
      },
    },
    ['draft', 'closed'],
  ],
  [
    'moves',
    FACILITATOR,
    {
      kind: 'changeTerms',
      change: { type: 'moves.set', data: { moves: [{ stakeholder: 'a', from: 'deal', to: 'base' }] } },
    },
    ['draft', 'closed'],
  ],
  [
    'a facilitator’s profile',
    FACILITATOR,
    { kind: 'proposeProfile', profile: amendment, stakeholder: null, admit: true },
    ['draft', 'open', 'closed'],
  ],
  [
    'a delegate’s proposal',
    A,
    { kind: 'proposeProfile', profile: amendment, stakeholder: 'a', admit: false },
    ['open', 'closed'],
  ],
  [
    'a withdrawal',
    FACILITATOR,
    { kind: 'withdrawProfile', profile: 'deal', reason: null },
    ['draft', 'closed'],
  ],
  ['a ballot', A, { kind: 'castBallot', stakeholder: 'a', ballot: BALLOT }, ['open']],
  ['an abstention', A, { kind: 'castBallot', stakeholder: 'a', ballot: { abstain: true } }, ['open']],
  [
    'a paper ballot',
    FACILITATOR,
    { kind: 'enterBallot', stakeholder: 'a', ballot: BALLOT, note: null },
    ['open'],
  ],
  ['a pledge', A, { kind: 'pledge', stakeholder: 'a', profile: 'deal', condition: null }, ['open']],
  [
    'a threat assessment',
    A,
    {
      kind: 'assessThreat',
      stakeholder: 'a',
      profile: 'deal',
      threat: 'misuse/oracle',
      change: [-1, 0, 0],
      reason: null,
      evidence: null,
    },
    ['open'],
  ],
  [
    'an acute-risk assessment',
    A,
    { kind: 'assessAcuteRisk', stakeholder: 'a', profile: 'base', ends: 3, reason: null },
    ['open'],
  ],
  [
    'a required briefing',
    FACILITATOR,
    { kind: 'publishBriefing', briefing: { id: 'more', title: 'More', required: true }, text: null },
    ['draft', 'closed'],
  ],
  [
    'a briefing',
    FACILITATOR,
    { kind: 'publishBriefing', briefing: { id: 'more', title: 'More' }, text: null },
    ['draft', 'open', 'closed'],
  ],
  [
    'an acknowledgement',
    'u_delegatec',
    { kind: 'acknowledge', stakeholder: 'c', briefing: 'facts' },
    ['draft', 'open', 'lapsed', 'closed'],
  ],
  [
    'a comment',
    A,
    {
      kind: 'postComment',
      topic: { kind: 'negotiation' },
      replyTo: null,
      argument: null,
      stakeholder: 'a',
      text: 'Well.',
    },
    ['draft', 'open', 'lapsed', 'closed', 'concluded'],
  ],
  [
    'a commitment’s report',
    A,
    { kind: 'reportCommitment', stakeholder: 'a', status: 'planned', evidence: null },
    ['concluded'],
  ],
  [
    'the dates of reports',
    FACILITATOR,
    { kind: 'scheduleReports', schedule: { first: '2027-01-01T00:00:00.000Z', everyMonths: 3 } },
    ['concluded'],
  ],
  [
    'the question',
    FACILITATOR,
    { kind: 'describe', title: 'T', description: 'D', simulated: false, threats: [] },
    ['draft', 'closed'],
  ],
  ['the mode', FACILITATOR, { kind: 'setMode', mode: 'sealed', public: true }, ['draft']],
  ['an opening', FACILITATOR, { kind: 'openRound', deadline: null }, ['draft', 'closed']],
  ['a close', FACILITATOR, { kind: 'closeRound' }, ['open', 'lapsed']],
  ['a close by the platform', 'system', { kind: 'closeRound' }, ['lapsed']],
  ['a first deadline', FACILITATOR, { kind: 'setDeadline', deadline: '2027-01-01T00:00:00.000Z' }, ['open']],
  [
    'a question for consent',
    FACILITATOR,
    {
      kind: 'askConsent',
      change: { type: 'rule.set', data: { rule: { members: { atLeast: 2 } } } },
      note: null,
    },
    ['closed'],
  ],
  ['a conclusion', FACILITATOR, { kind: 'conclude', profile: null, reason: null }, ['closed']],
  ['an archive', FACILITATOR, { kind: 'archive' }, ['draft', 'concluded']],
  ['a successor', FACILITATOR, { kind: 'succeed', by: 'stage-2' }, ['closed', 'concluded']],
  ['an import', FACILITATOR, { kind: 'importFile', file: null }, []],
  [
    'an invitation',
    FACILITATOR,
    {
      kind: 'invite',
      invitation: 'new',
      role: 'observer',
      stakeholder: null,
      expiresAt: '2027-01-01T00:00:00.000Z',
    },
    ['draft', 'open', 'lapsed', 'closed', 'concluded'],
  ],
  [
    'an epoch',
    'system',
    { kind: 'beginEpoch', epoch: 2, checkpoint: lostCheckpoint(stageKey(1), 99) },
    PERIODS,
  ],
  ['a key', 'system', { kind: 'rotateKey', key: '', previous: '', signature: '' }, PERIODS],
];

/** What a rotation signs depends on its position. */
function signedHere(stage: Stage, command: Command): Command {
  if (command.kind !== 'rotateKey') return command;
  return { kind: 'rotateKey', ...signRotation(stageKey(2), stageKey(1), stage.events.length) };
}

describe.each(PERIODS)('while %s', (period) => {
  const stage: Stage = STAGES[period]();

  it.each(ROWS.map(([what, actor, command, when]) => ({ what, actor, command, may: when.includes(period) })))(
    '$what: $may',
    ({ actor, command, may }) => {
      const before = JSON.stringify(stage.state);
      const decided = stage.attempt(actor, signedHere(stage, command));
      expect(decided.ok ? 'done' : decided.error.message.text).toEqual(
        may ? 'done' : expect.stringMatching(/\.$/),
      );
      expect(decided.ok).toBe(may);
      expect(JSON.stringify(stage.state)).toBe(before);
    },
  );
});
