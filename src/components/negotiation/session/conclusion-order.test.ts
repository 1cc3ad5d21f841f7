import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import type { NegotiationFile, ScoreEntry } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { candidatesOf } from './conclusion-order';

const PROFILES = ['base', 'leans', 'beaten', 'best', 'state'];

function fileOf(scores: Readonly<Record<string, ScoreEntry>>): NegotiationFile {
  return {
    format: 'parley-negotiation/1',
    title: 'T',
    rule: { members: { moreThan: '1/2' } },
    stakeholders: ['a', 'b', 'c'].map((id) => ({ id, name: id, kind: 'lab' })),
    profiles: PROFILES.map((id) => ({
      id,
      title: id,
      ...(id === 'base' && { default: true }),
      ...(id === 'state' && { adoptable: false }),
    })),
    ballots: ['a', 'b', 'c'].map((stakeholder) => ({
      stakeholder,
      at: '2026-01-01T00:00:00.000Z',
      scores,
    })),
  };
}

it('puts those that clear first, among them the stable ones, and the default last', () => {
  const file = fileOf({ base: 40, leans: [30, 60, 90], beaten: 50, best: 80, state: 99 });
  const result = aggregate(toNegotiation(file), { basis: 'informed' });
  const candidates = candidatesOf(result, file.profiles);
  expect(candidates.map(({ id, verdict, foremost }) => [id, verdict, foremost])).toEqual([
    ['best', 'clears', true],
    ['beaten', 'clears', false],
    ['leans', 'leans', false],
    ['base', 'default', false],
  ]);
  expect(candidates[0]?.against).toMatchObject([
    { id: 'beaten', pairs: { necessary: { members: 3, adequate: true } } },
  ]);
  expect(candidates[1]?.against).toMatchObject([{ id: 'best', pairs: { possible: { members: 0 } } }]);
  expect(candidates[2]?.against).toEqual([]);
});
