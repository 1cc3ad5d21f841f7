import { expect, it } from 'vitest';
import { PendingEdits } from './pending-edits';

const start = { name: 'A', weights: { x: 1, y: 2 } };
const weigh = (id: string, weight: number) => (value: typeof start) => ({
  ...value,
  weights: { ...value.weights, [id]: weight },
});

it('makes each edit upon those that are still on their way', () => {
  const edits = new PendingEdits(start);
  expect(edits.edited(weigh('x', 5)).weights).toEqual({ x: 5, y: 2 });
  expect(edits.edited(weigh('y', 6)).weights).toEqual({ x: 5, y: 6 });
  // The first comes back, its keys in another order, while the second is on its way.
  edits.saw({ weights: { y: 2, x: 5 }, name: 'A' });
  expect(edits.edited((value) => ({ ...value, name: 'B' }))).toEqual({ name: 'B', weights: { x: 5, y: 6 } });
});

it('takes what another made of it as it is', () => {
  const edits = new PendingEdits(start);
  edits.edited(weigh('x', 5));
  edits.saw({ name: 'C', weights: { x: 1, y: 9 } });
  expect(edits.edited(weigh('x', 7))).toEqual({ name: 'C', weights: { x: 7, y: 9 } });
});
