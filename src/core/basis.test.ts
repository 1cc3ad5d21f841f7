import { describe, expect, it } from 'vitest';
import { countedBallots, informedSince, newest, requiredBriefings } from './basis';
import { ballot, small } from './examples/small';

const day = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
const cast = (d: number, points: number) => ballot(0, [points, points], { at: day(d) });

describe('the stated basis', () => {
  it('counts the newest ballot by instant, not by place in the list', () => {
    const [old, late] = [cast(1, 10), cast(3, 30)];
    const negotiation = small([1, 1], [], { ballots: [late, old] });
    expect(countedBallots(negotiation, 'stated')).toEqual([late, null]);
  });

  it('counts the later in the list of two at one instant', () => {
    const [first, second] = [cast(2, 10), cast(2, 20)];
    const negotiation = small([1], [], { ballots: [first, second] });
    expect(countedBallots(negotiation, 'stated')).toEqual([second]);
  });
});

describe('the informed basis', () => {
  const briefings = [
    { id: 'b0', required: true },
    { id: 'b1', required: false },
    { id: 'b2', required: true },
  ];
  const acknowledged = (briefing: number, d: number) => ({ stakeholder: 0, briefing, at: day(d) });

  it('asks for the first acknowledgement of every required briefing, and of no other', () => {
    const acknowledgements = [acknowledged(0, 4), acknowledged(0, 2), acknowledged(2, 3), acknowledged(0, 5)];
    const negotiation = small([1], [], { briefings, acknowledgements });
    expect(informedSince(requiredBriefings(negotiation), negotiation.acknowledgements)).toBe(day(3));
  });

  it('counts nothing while one required briefing is not acknowledged', () => {
    const negotiation = small([1], [], {
      briefings,
      acknowledgements: [acknowledged(0, 1)],
      ballots: [cast(2, 10)],
    });
    expect(countedBallots(negotiation, 'informed')).toEqual([null]);
    expect(countedBallots(negotiation, 'stated')).toEqual([cast(2, 10)]);
  });

  it('takes a ballot of that very instant, and none before it', () => {
    const acknowledgements = [acknowledged(0, 1), acknowledged(2, 3)];
    const before = small([1], [], { briefings, acknowledgements, ballots: [cast(2, 10)] });
    expect(countedBallots(before, 'informed')).toEqual([null]);
    const at = small([1], [], { briefings, acknowledgements, ballots: [cast(3, 30), cast(2, 10)] });
    expect(countedBallots(at, 'informed')).toEqual([cast(3, 30)]);
  });

  it('is the stated one where no briefing is required', () => {
    const negotiation = small([1], [[10, 20]], { briefings: [{ id: 'b', required: false }] });
    expect(countedBallots(negotiation, 'informed')).toEqual(countedBallots(negotiation, 'stated'));
  });
});

it('finds the newest of one stakeholder as the list does', () => {
  const [a, b, c] = [cast(2, 10), cast(2, 20), cast(1, 30)];
  expect(newest([a, b, c], '')).toBe(b);
  expect(newest([a, b, c], day(3))).toBeNull();
  expect(newest([a], null)).toBeNull();
});
