import { expect, it } from 'vitest';
import { aggregate } from '../aggregate';
import { ballot, profile, small, triple } from '../examples/small';
import { RunningResult } from './running-result';

/** A ballot on p0, p1 and p2 by one criterion of this weight. */
function weighted(weight: number, points: readonly number[]) {
  const scores = new Map(points.map((each, x) => [x, [triple(each)]] as const));
  return ballot(0, [], { content: { kind: 'criteria', weights: [weight], scores } });
}

it('tells a gain from another of the same numerator over another denominator', () => {
  // Of p1 10 and 5 points, of p2 −10 and −5: numerators of 1,000 both times.
  const [before, after] = [weighted(1, [50, 60, 40]), weighted(2, [50, 55, 45])];
  const profiles = [profile(0), profile(1), profile(2)];
  const negotiation = small([1], [], { criteria: ['c'], profiles, ballots: [before] });
  const running = new RunningResult(negotiation);
  const told = () => {
    const [, gains, loses] = running.result('stated').profiles;
    return [gains?.criticalGain?.necessary, loses?.gap?.necessary?.leastShift?.shift];
  };
  expect(told()).toEqual(['10', '1001/100']);
  running.replace(0, after);
  expect(told()).toEqual(['5', '501/100']);
  expect(running.result('stated')).toEqual(
    aggregate({ ...negotiation, ballots: [after] }, { basis: 'stated' }),
  );
});
