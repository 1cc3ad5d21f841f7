import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballotChanges } from '@/negotiation/changes-of-ballots';
import { type NegotiationState, own, type Table, type Vote } from '@/negotiation/state';
import { opened } from '@/negotiation/testing/stage';
import { changedBallots } from './projections';

/** Names that every object has by itself are ids like any other. */
const IDS = ['constructor', 'valueof', 'a', 'b', 'c'];
const vote = (position: number): Vote => ({
  kind: 'revealed',
  position,
  at: '2026-01-01T00:00:00.000Z',
  actor: null,
  ballot: { abstain: true },
});
const VOTES = [1, 2, 3].map(vote);

const { state } = opened();
if (state === null) throw new Error('a stage that was opened has a state');
const stakeholders = IDS.map((id) => ({ id, name: id, kind: 'other' as const }));
const having = (of: Table<Vote>): NegotiationState => ({ ...state, stakeholders, votes: of });

const votes = fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...VOTES));

it('names the votes that are other ones, whatever a stakeholder is called', () =>
  fc.assert(
    fc.property(votes, votes, (before, after) => {
      const [old, now] = [having(before), having(after)];
      const differ = IDS.filter((id) => own(after, id) !== own(before, id));
      expect(
        changedBallots(old, now)
          .map(({ stakeholder }) => stakeholder)
          .sort(),
      ).toEqual(differ.filter((id) => own(after, id) !== undefined).sort());
      expect(ballotChanges(old, now)?.votes).toEqual(
        differ.map((id) => ({ stakeholder: IDS.indexOf(id), vote: own(after, id) })),
      );
      expect(changedBallots(null, now)).toHaveLength(Object.keys(after).length);
    }),
  ));
