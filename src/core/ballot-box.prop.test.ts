import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { BallotBox } from './ballot-box';
import { BASES, type Ballot } from './model';
import { TOP, UNDEFINED } from './scores';
import { negotiations } from './testing/arbitrary-negotiation';
import { REPRODUCE, runs } from './testing/property-runs';

/** A row that is used again for each ballot, and spoilt in between. */
function castAsRow(
  box: BallotBox,
  ballot: Ballot,
  row: { low: Int32Array; best: Int32Array; high: Int32Array },
) {
  if (ballot.content.kind !== 'scores' || ballot.without.size > 0) return box.cast(ballot);
  row.low.fill(0);
  row.best.fill(UNDEFINED);
  row.high.fill(TOP);
  for (const [x, [low, best, high]] of ballot.content.scores) {
    row.low[x] = low;
    row.best[x] = best;
    row.high[x] = high;
  }
  box.castPlain(ballot.stakeholder, ballot.at, { ...row, provisional: ballot.provisional });
  for (const ends of Object.values(row)) ends.fill(77);
}

it(`ballots put in one by one give the result of all of them in the list (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(negotiations(), fc.nat(), fc.constantFrom(...BASES), (drawn, cut, basis) => {
      const { ballots } = drawn;
      const negotiation = {
        ...drawn,
        // Scores without a guarantee are left out of every other ballot, so that it can come as a row.
        ballots: ballots.map((ballot, k) => (k % 2 === 0 ? ballot : { ...ballot, without: new Map() })),
      };
      const kept = cut % (ballots.length + 1);
      const box = new BallotBox({ ...negotiation, ballots: negotiation.ballots.slice(0, kept) });
      const m = negotiation.profiles.length;
      const row = { low: new Int32Array(m), best: new Int32Array(m), high: new Int32Array(m) };
      for (const ballot of negotiation.ballots.slice(kept)) castAsRow(box, ballot, row);
      expect(JSON.stringify(box.result({ basis }))).toBe(JSON.stringify(aggregate(negotiation, { basis })));
    }),
    runs(200),
  );
});

it('takes no ballot once the tallies are made', () => {
  const [negotiation] = fc.sample(negotiations(), { numRuns: 1, seed: 1 });
  if (negotiation === undefined) throw new Error('nothing was drawn');
  const box = new BallotBox(negotiation);
  box.result({ basis: 'stated' });
  const late: Ballot = {
    stakeholder: 0,
    at: '2027-01-01T00:00:00.000Z',
    provisional: false,
    content: { kind: 'abstain' },
    without: new Map(),
  };
  expect(() => box.cast(late)).toThrow('a ballot was cast after the tallies were made');
});
