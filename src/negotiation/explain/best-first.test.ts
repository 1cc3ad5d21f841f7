import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';
import { bestFirst, forNaming } from './best-first';
import { standingSentence } from './standing';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));

it('puts what clears first, then by critical gain, fractions among them, and the default last', () => {
  const { profiles } = aggregate(toNegotiation(file), { basis: 'informed' });
  const order = bestFirst(profiles).map(({ id, verdict, criticalGain }) => [
    id,
    verdict,
    criticalGain?.necessary ?? null,
  ]);
  expect(order).toEqual([
    ['licensed-scaling', 'clears', '1'],
    ['joint-project', 'leans', '-2'],
    ['verified-pause', 'leans', '-18'],
    ['liability', 'within-reach', '-22'],
    ['pause-deneb-out', 'within-reach', '-38'],
    ['race', 'default', null],
  ]);
  const [licence, joint] = profiles.filter(({ id }) => id === 'licensed-scaling' || id === 'joint-project');
  if (licence === undefined || joint === undefined) throw new Error('the demonstration has lost a profile');
  const gaining = (each: typeof licence, necessary: string) => ({
    ...each,
    verdict: 'clears' as const,
    criticalGain: { necessary, expected: null, possible: null },
  });
  const close = [gaining(licence, '1/3'), gaining(joint, '67/200')];
  expect(bestFirst(close).map(({ id }) => id)).toEqual([joint.id, licence.id]);
});

it('names the best first where some go unnamed, and all in their order otherwise', () => {
  const { profiles } = aggregate(toNegotiation(file), { basis: 'informed' });
  expect(forNaming(profiles, 6)).toEqual(profiles);
  expect(forNaming(profiles, 5)).toEqual(bestFirst(profiles));
});

it('says of many that clear which clear by most', () => {
  const ids = ['one', 'two', 'three', 'four', 'five', 'six'];
  const many: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'Many',
    rule: { members: { atLeast: 1 } },
    stakeholders: [{ id: 'all', name: 'All', kind: 'other' }],
    profiles: [
      { id: 'today', title: 'Today', default: true },
      ...ids.map((id) => ({ id, title: `Title of ${id}` })),
    ],
    ballots: [
      {
        stakeholder: 'all',
        at: '2026-01-05T10:00:00.000Z',
        scores: { today: 10, ...Object.fromEntries(ids.map((id, k) => [id, 20 + k])) },
      },
    ],
  };
  const result = aggregate(toNegotiation(many), { basis: 'stated' });
  const said = JSON.stringify(standingSentence(many, result));
  const named = [...said.matchAll(/Title of (\w+)/g)].map(([, id]) => id);
  expect(named).toEqual(['six', 'five', 'four', 'three']);
});
