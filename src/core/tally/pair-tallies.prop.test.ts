import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedBallots } from '../basis';
import { type Ballot, type Negotiation, STANCES } from '../model';
import { Scores } from '../scores';
import { negotiations } from '../testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '../testing/property-runs';
import { PairTallies } from './pair-tallies';
import { plainKernel } from './plain-kernel';
import { simdKernel } from './simd-kernel';

const weightsOf = ({ stakeholders }: Negotiation, i: number) => stakeholders[i]!.weights;

/** The tallies in the obvious way: a comparison per stakeholder, pair and stance. */
function obvious(negotiation: Negotiation, scores: Scores) {
  return negotiation.profiles.map((_, x) =>
    negotiation.profiles.map((_, y) => ({
      stances: STANCES.map((stance) => {
        const who = negotiation.stakeholders.flatMap((_, i) => (scores.strictly(i, x, y, stance) ? [i] : []));
        const weights = negotiation.dimensions.map((_, d) =>
          who.reduce((sum, i) => sum + weightsOf(negotiation, i)[d]!, 0),
        );
        return { members: who.length, weights };
      }),
      against: negotiation.stakeholders.filter(
        (_, i) => scores.silent[i] === 0 && !scores.weakly(i, x, y, 'expected'),
      ).length,
    })),
  );
}

function read({ profiles, dimensions }: Negotiation, tallies: PairTallies) {
  return profiles.map((_, x) =>
    profiles.map((_, y) => ({
      stances: STANCES.map((stance) => ({
        members: tallies.members(x, y, stance),
        weights: dimensions.map((_, d) => tallies.weight(x, y, stance, d)),
      })),
      against: tallies.against(x, y),
    })),
  );
}

it(`equal a comparison per stakeholder and pair, also once ballots were replaced (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(negotiations(), fc.infiniteStream(fc.nat()), (negotiation, numbers) => {
      const counted = countedBallots(negotiation, 'stated');
      const scores = new Scores(counted, negotiation.profiles.length);
      const tallies = new PairTallies(negotiation.profiles.length, negotiation.dimensions.length);
      const count = (i: number, sign: 1 | -1) => tallies.apply(scores, i, weightsOf(negotiation, i), sign);
      for (const i of counted.keys()) count(i, 1);
      expect(read(negotiation, tallies)).toEqual(obvious(negotiation, scores));

      // Every stakeholder takes over somebody's ballot, or none.
      const others: (Ballot | null)[] = [...counted, null];
      for (const i of counted.keys()) {
        count(i, -1);
        scores.set(i, others[numbers.next().value % others.length] ?? null);
        count(i, 1);
      }
      expect(read(negotiation, tallies)).toEqual(obvious(negotiation, scores));
    }),
    runs(150),
  );
});

/** The same people over and over, the first `count` of them with weights as large as they may be. */
function repeated(negotiation: Negotiation, count: number): Negotiation {
  const n = negotiation.stakeholders.length;
  const stakeholders = Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    weights: weightsOf(negotiation, i % n).map((weight, d) =>
      (i + d) % 3 === 0 ? 1_000_000_000 - i : weight,
    ),
  }));
  const ballots = Array.from({ length: count }, (_, i) => i).flatMap((i) =>
    negotiation.ballots
      .filter((each) => each.stakeholder === i % n)
      .map((each) => ({ ...each, stakeholder: i })),
  );
  return { ...negotiation, stakeholders, ballots, acknowledgements: [] };
}

it(`equal it where all are counted at once, by either kernel, over the ends of tiles (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  const lengths = fc.constantFrom(1, 7, 8, 9, 31, 33, 511, 512, 513, 1_030);
  fc.assert(
    fc.property(negotiations(), lengths, (small, count) => {
      const negotiation = repeated(small, count);
      const [m, dimensions] = [negotiation.profiles.length, negotiation.dimensions.length];
      const scores = new Scores(countedBallots(negotiation, 'stated'), m);
      const expected = obvious(negotiation, scores);
      const kernels = [simdKernel(m, dimensions), plainKernel(m, dimensions)];
      for (const kernel of kernels) {
        if (kernel === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
        const tallies = new PairTallies(m, dimensions);
        tallies.applyAll(scores, (i) => weightsOf(negotiation, i), kernel);
        expect(read(negotiation, tallies)).toEqual(expected);
      }
    }),
    runs(60),
  );
});
