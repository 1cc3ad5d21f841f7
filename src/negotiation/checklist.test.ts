import { expect, it } from 'vitest';
import { missingParts, partOf } from './checklist';
import { FACILITATOR, Stage } from './testing/stage';

const stakeholder = (id: string, weights = {}) => ({ id, name: id, kind: 'lab' as const, weights });

function blank(): Stage {
  return new Stage().do(FACILITATOR, 'createNegotiation', {
    title: 'x',
    mode: 'open',
    public: false,
    succeeds: null,
  });
}

const parts = (stage: Stage) => missingParts(stage.known).map(({ part }) => part);
const opens = (stage: Stage) => stage.copy().attempt(FACILITATOR, { kind: 'openRound', deadline: null }).ok;

it('empties as the parts are filled in, and is empty exactly when round 1 can open', () => {
  const stage = blank();
  expect(parts(stage)).toEqual(['stakeholders', 'profiles', 'profiles']);
  expect(opens(stage)).toBe(false);

  stage.do(FACILITATOR, 'changeFrame', {
    change: { type: 'stakeholder.added', data: { stakeholder: stakeholder('a') } },
  });
  stage.do(FACILITATOR, 'proposeProfile', {
    profile: { id: 'today', title: 'Today', default: true },
    stakeholder: null,
    admit: true,
  });
  expect(parts(stage)).toEqual(['profiles']);
  expect(opens(stage)).toBe(false);

  stage.do(FACILITATOR, 'proposeProfile', {
    profile: { id: 'deal', title: 'Deal' },
    stakeholder: null,
    admit: true,
  });
  expect(parts(stage)).toEqual([]);
  expect(opens(stage)).toBe(true);

  // A dimension in which nobody holds anything: the majority that stands in for the rule could never be had.
  stage.do(FACILITATOR, 'changeFrame', {
    change: { type: 'dimension.added', data: { dimension: { id: 'd', label: 'D' }, weights: {} } },
  });
  expect(parts(stage)).toEqual(['rule']);
  expect(opens(stage)).toBe(false);
});

it('knows the part of every path', () => {
  expect(
    ['dimensions[0].label', 'threats[1].id', 'moves[0].to', 'title', '$', 'constructor'].map(partOf),
  ).toEqual(['stakeholders', 'guarantees', 'moves', 'question', 'question', 'question']);
});
