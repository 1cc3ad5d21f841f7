import { deepStrictEqual } from 'node:assert';
import { aggregate } from '@/core/aggregate';
import { countedBallots } from '@/core/basis';
import { criticalGain } from '@/core/critical-gain';
import { frame } from '@/core/frame';
import { againstDefault } from '@/core/incremental/against-default';
import { GainTrees } from '@/core/incremental/gain-trees';
import { STANCES } from '@/core/model';
import { Scores } from '@/core/scores';
import { type Benchmark, type Row, sideBySide } from './measure';
import { randomNegotiation } from './random-negotiation';

const M = 64;

/** All critical gains after one ballot (§8): by trees that take it in, and by selection among all. */
async function criticalGains(n: number): Promise<Row[]> {
  const negotiation = randomNegotiation(n, M, 20261124);
  const others = randomNegotiation(1000, M, 7).ballots;
  const fixed = frame(negotiation);
  const scores = new Scores(countedBallots(negotiation, 'stated'), M);
  const trees = new GainTrees(fixed, scores);
  const all = (of: typeof trees.criticalGain) =>
    negotiation.profiles.flatMap((_, x) => STANCES.map((stance) => of(x, stance)));
  const fromTrees = () => all((x, stance) => trees.criticalGain(x, stance));
  const selected = () => all((x, stance) => criticalGain(fixed, scores, x, stance));
  let turn = 0;
  const afterBallot = () => {
    const ballot = others[(turn++ * 31) % others.length];
    if (ballot === undefined) throw new Error('a random negotiation has ballots');
    const before = againstDefault(scores, ballot.stakeholder, fixed.default);
    scores.set(ballot.stakeholder, ballot);
    trees.move(ballot.stakeholder, before, againstDefault(scores, ballot.stakeholder, fixed.default));
    return fromTrees();
  };
  // Trees are there from the second question on.
  fromTrees();
  fromTrees();
  const what = `critical gains after another ballot, n = ${n}, m = ${M}`;
  const row = await sideBySide(what, ['trees', afterBallot], ['selection', selected], '', undefined, 15);
  deepStrictEqual(fromTrees(), selected());
  const held = { name: 'trees', runs: [trees.bytes / 1e6] };
  return [row, { work: `held for ${what}`, ours: held, peer: null, unit: 'MB', note: '' }];
}

/** performance.md §1: the whole result (§4 to §7) from a parsed file; what is brought up to date of it. */
export const benchmark: Benchmark = async () => {
  const rows: Row[] = [];
  for (const [n, m] of [
    [100, 16],
    [1000, M],
  ] as const) {
    const negotiation = randomNegotiation(n, m, 20261124);
    rows.push(
      await sideBySide(
        `whole result but power, n = ${n}, m = ${m}`,
        ['aggregate', () => aggregate(negotiation, { basis: 'informed' })],
        null,
        '',
        n === 1000 ? { of: 'ours', atMost: 250 } : undefined,
      ),
    );
  }
  for (const n of [1_000, 10_000, 100_000]) rows.push(...(await criticalGains(n)));
  return rows;
};
