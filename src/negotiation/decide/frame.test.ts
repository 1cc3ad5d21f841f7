import { expect, it } from 'vitest';
import type { CommandOf } from '../command';
import { toFile } from '../export';
import { A, closed, drafted, FACILITATOR } from '../testing/stage';

type Frame = CommandOf<'changeFrame'>['change'];
type Terms = CommandOf<'changeTerms'>['change'];
const lab = { id: 'a', name: 'A', kind: 'lab' } as const;
const guarantee = { id: 'h', title: 'H', kind: 'other', holds: 'training' } as const;

it.each<[string, Frame]>([
  ['exists.id', { type: 'dimension.added', data: { dimension: { id: 'power', label: 'P' }, weights: {} } }],
  [
    'unknown.id',
    { type: 'dimension.added', data: { dimension: { id: 'votes', label: 'V' }, weights: { z: 1 } } },
  ],
  ['unknown.id', { type: 'dimension.changed', data: { dimension: { id: 'votes', label: 'V' } } }],
  ['unknown.id', { type: 'dimension.removed', data: { id: 'votes' } }],
  ['used.rule', { type: 'dimension.removed', data: { id: 'power' } }],
  ['exists.id', { type: 'stakeholder.added', data: { stakeholder: lab } }],
  [
    'unknown.id',
    { type: 'stakeholder.added', data: { stakeholder: { ...lab, id: 'd', weights: { votes: 1 } } } },
  ],
  ['unknown.id', { type: 'stakeholder.changed', data: { stakeholder: { ...lab, id: 'constructor' } } }],
  ['unknown.id', { type: 'stakeholder.removed', data: { id: 'z' } }],
  ['rule.faults', { type: 'rule.set', data: { rule: { includes: ['z'] } } }],
  ['rule.faults', { type: 'rule.set', data: { rule: { members: { atLeast: '0/1' } } } }],
])('%s: %j', (key, change) => {
  expect(drafted().refused(FACILITATOR, 'changeFrame', { change })).toBe(key);
  expect(drafted().refused(A, 'changeFrame', { change })).toBe('forbidden.facilitator');
});

it.each<[string, Terms]>([
  ['exists.id', { type: 'criterion.added', data: { criterion: { id: 'k', label: 'K' } } }],
  ['unknown.id', { type: 'criterion.changed', data: { criterion: { id: 'z', label: 'K' } } }],
  ['unknown.id', { type: 'criterion.removed', data: { id: 'z' } }],
  ['exists.id', { type: 'guarantee.added', data: { guarantee: { ...guarantee, id: 'g' } } }],
  ['unknown.id', { type: 'guarantee.added', data: { guarantee: { ...guarantee, threats: ['no/such'] } } }],
  [
    'twice.listed',
    {
      type: 'guarantee.added',
      data: { guarantee: { ...guarantee, threats: ['misuse/oracle', 'misuse/oracle'] } },
    },
  ],
  ['unknown.id', { type: 'guarantee.changed', data: { guarantee, evidence: null } }],
  ['unknown.id', { type: 'guarantee.removed', data: { id: 'h' } }],
  ['used.relies', { type: 'guarantee.removed', data: { id: 'g' } }],
  ['unknown.id', { type: 'moves.set', data: { moves: [{ stakeholder: 'a', from: 'deal', to: 'moon' }] } }],
  ['unknown.id', { type: 'moves.set', data: { moves: [{ stakeholder: 'z', from: 'deal', to: 'base' }] } }],
  ['moves.faults', { type: 'moves.set', data: { moves: [{ stakeholder: 'a', from: 'deal', to: 'deal' }] } }],
  [
    'twice.listed',
    {
      type: 'moves.set',
      data: { moves: [1, 2].map(() => ({ stakeholder: 'a', from: 'deal', to: 'base' })) },
    },
  ],
])('%s: %j', (key, change) => {
  expect(drafted().refused(FACILITATOR, 'changeTerms', { change })).toBe(key);
  expect(drafted().refused(A, 'changeTerms', { change })).toBe('forbidden.facilitator');
});

it('keeps the order of the file, whatever is changed', () => {
  const stage = drafted();
  stage.do(FACILITATOR, 'changeFrame', {
    change: { type: 'stakeholder.changed', data: { stakeholder: { ...lab, name: 'A2' } } },
  });
  stage.do(FACILITATOR, 'changeFrame', { change: { type: 'stakeholder.removed', data: { id: 'b' } } });
  stage.do(FACILITATOR, 'changeFrame', {
    change: { type: 'stakeholder.added', data: { stakeholder: { ...lab, id: 'b' } } },
  });
  expect(stage.known.stakeholders.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(stage.known.stakeholderIndex).toEqual({ a: 0, c: 1, b: 2 });
});

it('gives and takes weights with a dimension', () => {
  const stage = drafted();
  stage.do(FACILITATOR, 'changeFrame', {
    change: { type: 'dimension.added', data: { dimension: { id: 'votes', label: 'V' }, weights: { a: 3 } } },
  });
  expect(stage.known.stakeholders[0]?.weights).toEqual({ power: 50, votes: 3 });
  stage.do(FACILITATOR, 'changeFrame', { change: { type: 'dimension.removed', data: { id: 'votes' } } });
  expect(stage.known.stakeholders[0]?.weights).toEqual({ power: 50 });
});

it('bounds dimensions, criteria and guarantees as aggregation.md §1 does', () => {
  const stage = drafted();
  for (let i = 1; i < 8; i++) {
    stage.do(FACILITATOR, 'changeFrame', {
      change: { type: 'dimension.added', data: { dimension: { id: `d${i}`, label: 'D' }, weights: {} } },
    });
  }
  const ninth: Frame = {
    type: 'dimension.added',
    data: { dimension: { id: 'd9', label: 'D' }, weights: {} },
  };
  expect(stage.refused(FACILITATOR, 'changeFrame', { change: ninth })).toBe('bound.most');
  for (let i = 2; i < 16; i++) {
    stage.do(FACILITATOR, 'changeTerms', {
      change: { type: 'criterion.added', data: { criterion: { id: `c${i}`, label: 'C' } } },
    });
  }
  const last: Terms = { type: 'criterion.added', data: { criterion: { id: 'c17', label: 'C' } } };
  expect(stage.refused(FACILITATOR, 'changeTerms', { change: last })).toBe('bound.most');
});

it('after the first round a weight waits for consent', () => {
  const change: Frame = {
    type: 'stakeholder.changed',
    data: { stakeholder: { ...lab, weights: { power: 99 } } },
  };
  expect(closed().refused(FACILITATOR, 'changeFrame', { change })).toBe('frame.consent');
  expect(toFile(closed().known).stakeholders[0]?.weights).toEqual({ power: 50 });
});
