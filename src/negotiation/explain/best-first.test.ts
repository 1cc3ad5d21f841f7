import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';
import { bestFirst } from './best-first';

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
