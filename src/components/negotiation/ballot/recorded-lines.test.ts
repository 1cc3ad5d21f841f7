import { describe, expect, it } from 'vitest';
import type { BallotBody } from '@/negotiation/file/model';
import type { BallotFrame } from './form';
import { ballotChanges, linesOf, saysTheSame } from './recorded-lines';

const frame: BallotFrame = {
  profiles: [
    { id: 'race', title: 'Race on', default: true },
    { id: 'pause', title: 'Pause', relies: ['bound'] },
    { id: 'joint', title: 'Joint' },
  ],
  guarantees: [],
  criteria: [
    { id: 'safety', label: 'Safety' },
    { id: 'benefit', label: 'Benefit' },
  ],
};
const before: BallotBody = {
  scores: { race: 50, pause: [40, 55, 62] },
  without: { pause: { bound: [10, 20, 30] } },
};

describe('what a ballot says otherwise than the one before', () => {
  it('is nothing where it says the same in other words', () => {
    const same: BallotBody = {
      without: { pause: { bound: [10, 20, 30] } },
      scores: { pause: [40, 55, 62], race: [50, 50, 50] },
    };
    const changes = ballotChanges(before, same, frame);
    expect(saysTheSame(changes)).toBe(true);
    expect(changes.same).toBe(3);
  });

  it('is told score by score: moved, stated anew, left out', () => {
    const after: BallotBody = { scores: { race: 50, pause: [41, 55, 62], joint: 70 }, provisional: true };
    const { lines, same, provisional } = ballotChanges(before, after, frame);
    expect(lines.map(({ key, before: from, after: to }) => [key, from, to])).toEqual([
      ['pause', [40, 55, 62], [41, 55, 62]],
      ['joint', null, [70, 70, 70]],
      ['pause without bound', [10, 20, 30], null],
    ]);
    expect([same, provisional]).toEqual([1, true]);
  });

  it('tells of criteria and their weights', () => {
    const weighted = (safety: number): BallotBody => ({
      criteria: { weights: { safety, benefit: 1 }, scores: { race: { safety: 10, benefit: 20 } } },
    });
    expect(ballotChanges(weighted(1), weighted(2), frame)).toMatchObject({
      lines: [],
      same: 2,
      weights: [{ criterion: 'safety', before: 1, after: 2 }],
    });
    expect(ballotChanges(before, weighted(1), frame).weights).toHaveLength(2);
  });

  it('tells of an abstention in either', () => {
    const abstain: BallotBody = { abstain: true };
    expect(ballotChanges(before, abstain, frame)).toMatchObject({ abstains: 'after', same: 0 });
    expect(ballotChanges(abstain, before, frame)).toMatchObject({ abstains: 'before' });
    expect(ballotChanges(abstain, before, frame).lines).toHaveLength(linesOf(before, frame).length);
  });
});
