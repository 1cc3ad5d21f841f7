import { expect, it } from 'vitest';
import { sealEnvelope } from './events/event';
import { evolve, replay } from './evolve';
import { closed } from './testing/stage';

const { events, known } = closed();
const next = sealEnvelope('stage', known.position + 1, known.at, 'system', {
  type: 'epoch.begun',
  data: { epoch: 2, checkpoint: 'lost' },
});

it('takes the next event of its log, and no other', () => {
  expect(evolve(known, next).epoch).toBe(2);
  expect(() => evolve(known, { ...next, position: next.position + 1 })).toThrow(/does not follow/);
  expect(() => evolve(known, { ...next, log: 'other' })).toThrow(/does not follow/);
  expect(() => evolve(null, next)).toThrow(/begins with negotiation.created/);
  expect(() => replay([...events.slice(0, 3), ...events.slice(4)])).toThrow(/does not follow/);
});

it('is nothing before the first event', () => {
  expect(replay([])).toBeNull();
});
