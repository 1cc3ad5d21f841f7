import { expect, it } from 'vitest';
import { criticalGain } from '../critical-gain';
import { small } from '../examples/small';
import { frame } from '../frame';
import { STANCES } from '../model';
import { Scores } from '../scores';
import { againstDefault } from './against-default';
import { GainTrees } from './gain-trees';

it('take no more room than the most gains at once, however many come and go', () => {
  const n = 30;
  const negotiation = small(new Array<number>(n).fill(1), []);
  const fixed = frame(negotiation);
  const scores = new Scores(new Array<null>(n).fill(null), 2);
  const trees = new GainTrees(fixed, scores);
  const ask = () => STANCES.map((stance) => trees.criticalGain(1, stance));
  ask();
  ask();
  for (let turn = 0; turn < 3_000; turn++) {
    const i = (turn * 7) % n;
    const before = againstDefault(scores, i, fixed.default);
    const score = (turn * 1_237) % 10_001;
    const row = Int32Array.of(5_000, score);
    scores.setPlain(i, { low: row, best: row, high: row, provisional: false });
    trees.move(i, before, againstDefault(scores, i, fixed.default));
  }
  expect(ask()).toEqual(STANCES.map((stance) => criticalGain(fixed, scores, 1, stance)));
  // One dimension; every one of the 30 has a gain of its own, and room is made for four more.
  expect(trees.bytes).toBeGreaterThan(3 * 8 * 6 * (n - 1));
  expect(trees.bytes).toBeLessThanOrEqual(3 * 12 * 6 * (n + 4));
});
