import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedBallots } from '../basis';
import { type Ballot, type Negotiation, STANCES } from '../model';
import { Scores, UNDEFINED } from '../scores';
import { negotiations } from '../testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '../testing/property-runs';
import { PairTallies } from './pair-tallies';
import { plainKernel } from './plain-kernel';
import { simdKernel } from './simd-kernel';
import { type Counted, sumOf, TallyCounter } from './tally-counter';
import type { TallyKernel } from './tally-kernel';
import { stakeholdersOf, type TallyWork, tallyWork } from './tally-work';

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
  const n = stakeholdersOf(work);
  const ends = [...cuts, n].filter((cut) => cut <= n).sort((a, b) => a - b);
  for (const [piece, end] of ends.entries()) two[piece % 2 === 0 ? 0 : 1].count(ends[piece - 1] ?? 0, end);
  return sumOf(two.map((counter) => counter.counted()));
}

type MakeKernel = (profiles: number, dimensions: number) => TallyKernel;

const SIMD: MakeKernel = (profiles, dimensions) => {
  const kernel = simdKernel(profiles, dimensions);
  if (kernel === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
  return kernel;
};

it(`equal it where all are counted at once, by either kernel, in whatever pieces (${REPRODUCE})`, {
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
        const work = tallyWork(scores, dimensions, (i) => weightsOf(negotiation, i));
        const tallies = new PairTallies(m, dimensions);
        tallies.take(inPieces(work, kernel, pieces));
        expect(read(negotiation, tallies)).toEqual(expected);
      }
    }),
    runs(60),
  );
});

it('hold what thousands weigh in eight dimensions at once, by either kernel', () => {
  const [n, m, dimensions] = [17_000, 3, 8];
  const scores = new Scores(new Array<null>(n).fill(null), m);
  for (let i = 0; i < n; i++) {
    if (i % 7 === 0) continue;
    scores.silent[i] = 0;
    const out = i % 11 === 0;
    scores.low.set([10_000, out ? 0 : i % 3, 0], i * m);
    scores.best.set([10_000, out ? UNDEFINED : i % 3, 1], i * m);
    scores.high.set([10_000, out ? 10_000 : (i % 3) + (i % 2), 2], i * m);
  }
  const weights = (i: number) =>
    Array.from({ length: dimensions }, (_, d) => 1_000_000_000 - ((i * d) % 1000));
  const rows = new PairTallies(m, dimensions);
  for (let i = 0; i < n; i++) rows.apply(scores, i, weights(i), 1);
  for (const kernel of [SIMD, plainKernel]) {
    const tallies = new PairTallies(m, dimensions);
    tallies.take(inPieces(tallyWork(scores, dimensions, weights), kernel, [16_900]));
    for (const x of [0, 1, 2])
      for (const y of [0, 1, 2]) {
        expect(tallies.against(x, y)).toBe(rows.against(x, y));
        for (const stance of STANCES) {
          expect(tallies.members(x, y, stance)).toBe(rows.members(x, y, stance));
          for (let d = 0; d < dimensions; d++)
            expect(tallies.weight(x, y, stance, d)).toBe(rows.weight(x, y, stance, d));
        }
      }
  }
});
