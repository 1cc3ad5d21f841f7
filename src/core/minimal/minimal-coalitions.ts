import type { Rule, Stakeholder } from '../model';
import { compileRule, electorate } from '../rule';
import { countMinimal } from './count-minimal';
import { listSmallest } from './list-smallest';
import { whoMatters } from './who-matters';

export interface MinimalCoalitions {
  /** The smallest first, then by the order of the stakeholders; each by ascending index. */
  readonly listed: readonly (readonly number[])[];
  /** Whether nothing smaller than, or before, those listed was left out for want of steps, and the list is full. */
  readonly listedWhole: boolean;
  /** How many there are; `exact` false: at least so many, the steps having run out. */
  readonly count: bigint;
  readonly exact: boolean;
  /** Who is in every adequate coalition: by ascending index. */
  readonly vetoes: readonly number[];
  /** Who is in no minimal adequate coalition, so that their word never decides. */
  readonly dummies: readonly number[];
  /** Of whom neither was shown within the steps. */
  readonly undecided: readonly number[];
}

export interface MinimalOptions {
  /** Default 20. */
  readonly most?: number;
  /** Coalitions looked at, for the list and for the count each. Default 400,000: some tenths of a second. */
  readonly steps?: number;
}

const MOST = 20;
const STEPS = 400_000;

/**
 * The minimal adequate coalitions of a rule (aggregation.md §2): adequate ones that none of their members can leave.
 * Every adequate coalition contains one of them, so they say what the rule comes to. Exact; where the budget of steps
 * (never of time, §8) runs out, the count is a lower bound and says so.
 *
 * For up to some hundreds of stakeholders: the searches go as deep as coalitions are large.
 * A rule that nobody satisfies has none; one that the empty coalition satisfies has that one.
 */
export function minimalCoalitions(
  rule: Rule,
  stakeholders: readonly Stakeholder[],
  { most = MOST, steps = STEPS }: MinimalOptions = {},
): MinimalCoalitions {
  const dimensions = stakeholders[0]?.weights.length ?? 0;
  const game = { rule: compileRule(rule, electorate(stakeholders, dimensions)), stakeholders, dimensions };
  const list = listSmallest(game, most, steps);
  const counted = countMinimal(game, steps);
  const seen = new Set([...counted.members, ...list.coalitions.flat()]);
  return {
    listed: list.coalitions,
    listedWhole: list.whole,
    count: counted.exact ? counted.count : larger(counted.count, BigInt(list.coalitions.length)),
    exact: counted.exact,
    ...whoMatters(game, seen, counted.exact),
  };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
