import { expect, it, vi } from 'vitest';
import { countedBallots } from '../basis';
import { ballot, small } from '../examples/small';
import { frame } from '../frame';
import { STANCES } from '../model';
import { RunningBasis } from './running-basis';

it('finds critical gains without a look at anybody but the one who cast', () => {
  const n = 200;
  const rows = Array.from({ length: n }, (_, i) => [50, (i * 37) % 100]);
  const negotiation = small(new Array<number>(n).fill(1), rows);
  const fixed = frame(negotiation);
  const basis = new RunningBasis(fixed, countedBallots(negotiation, 'stated'));
  const { scores } = basis.state;
  const ask = () => STANCES.map((stance) => basis.kept.findCriticalGain(fixed, scores, 1, stance));
  ask();
  ask();
  const looks = vi.spyOn(scores, 'gain');
  for (const i of [0, 99, 150]) {
    basis.set(i, ballot(i, [50, 100 - i / 2]));
    ask();
  }
  const whom = new Set(looks.mock.calls.map(([i]) => i));
  expect([...whom]).toEqual([0, 99, 150]);
});
