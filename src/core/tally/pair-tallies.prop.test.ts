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
import { type Counted, sumOf, TallyCounter } from './tally-counter';
import type { TallyKernel } from './tally-kernel';
import { type TallyWork, tallyWork } from './tally-work';

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

/** The same in pieces that end at these places, in turns by two who count, each with a kernel of its own. */
function inPieces(work: TallyWork, kernel: MakeKernel, cuts: readonly number[]): Counted {
  const two = [new TallyCounter(work, kernel), new TallyCounter(work, kernel)] as const;
  const ends = [...cuts, work.order.length].filter((cut) => cut <= work.order.length).sort((a, b) => a - b);
  for (const [piece, end] of ends.entries()) two[piece % 2 === 0 ? 0 : 1].count(ends[piece - 1] ?? 0, end);
  return sumOf(two.map(({ counted }) => counted));
}

type MakeKernel = (profiles: number, dimensions: number) => TallyKernel;

const SIMD: MakeKernel = (profiles, dimensions) => {
  const kernel = simdKernel(profiles, dimensions);
  if (kernel === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
  return kernel;
};

it(`equal it where all are counted at once, by either kernel, by class or one by one, in whatever pieces (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  const lengths = fc.constantFrom(1, 7, 8, 9, 31, 33, 63, 65, 511, 512, 513, 1_030);
  const cuts = fc.array(fc.nat(1_030), { maxLength: 4 });
  fc.assert(
    fc.property(negotiations(), lengths, cuts, (small, count, pieces) => {
      const negotiation = repeated(small, count);
      const [m, dimensions] = [negotiation.profiles.length, negotiation.dimensions.length];
      const scores = new Scores(countedBallots(negotiation, 'stated'), m);
      const expected = obvious(negotiation, scores);
      for (const kernel of [SIMD, plainKernel]) {
        for (const classes of [true, false]) {
          const work = tallyWork(scores, dimensions, (i) => weightsOf(negotiation, i), classes);
          expect(work.ends !== null).toBe(classes && dimensions > 0);
          const tallies = new PairTallies(m, dimensions);
          tallies.take(inPieces(work, kernel, pieces));
          expect(read(negotiation, tallies)).toEqual(expected);
        }
      }
    }),
    runs(60),
  );
});

it('are counted by class where few weights differ, and one by one where many do', () => {
  const scores = new Scores(new Array<null>(1000).fill(null), 2);
  expect(tallyWork(scores, 2, (i) => [i % 2, i % 5]).ends).toHaveLength(10);
  expect(tallyWork(scores, 2, (i) => [i % 2, i % 7]).ends).toBeNull();
  expect(tallyWork(scores, 0, () => []).ends).toBeNull();
});
