import { Faults, run } from './check';
import { type BallotFrame, ballotBody } from './check-ballot';
import { adequacyRule } from './check-file';
import { type RuleFrame, ruleTree } from './check-rule';
import { scoreEntry } from './check-score';
import type { BallotBody, Fault, RuleNode, ScoreEntry } from './model';
import { parseJson } from './parse-json';

/**
 * The checks of the file's parts on their own, for whoever is given one part (the platform: one ballot, one
 * pledge). `path` is where the part stands in what its giver sent; faults are worded as those of a whole file.
 */

type Refused = { readonly ok: false; readonly faults: readonly Fault[] };

/** A ballot's body against the profiles and criteria of its negotiation (negotiation-file.md, "ballots"). */
export function validateBallotBody(
  value: unknown,
  frame: BallotFrame,
  path = '',
): { readonly ok: true; readonly ballot: BallotBody } | Refused {
  const outcome = run(ballotBody(frame), value, new Faults(path));
  return outcome.ok ? { ok: true, ballot: outcome.value } : outcome;
}

/** A rule tree of aggregation.md §2 as the condition of a pledge: any tree within the bounds. */
export function validateRule(
  value: unknown,
  frame: RuleFrame,
  path = '',
): { readonly ok: true; readonly rule: RuleNode } | Refused {
  const outcome = run(ruleTree(frame), value, new Faults(path));
  return outcome.ok ? { ok: true, rule: outcome.value } : outcome;
}

/** The same of a rule written as JSON, where keys given twice and what is no JSON are faults too. */
export function readRule(
  text: string,
  frame: RuleFrame,
): { readonly ok: true; readonly rule: RuleNode } | Refused {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, faults: [parsed.fault] };
  const outcome = run(ruleTree(frame), parsed.value, new Faults('', parsed.duplicates));
  return outcome.ok ? { ok: true, rule: outcome.value } : outcome;
}

/** What an adequacy rule may refer to; `weighing` holds the dimensions in which somebody holds something. */
export interface AdequacyFrame {
  readonly dimensions: ReadonlySet<string>;
  readonly stakeholders: ReadonlySet<string>;
  readonly weighing: ReadonlySet<string>;
}

/** A negotiation's own rule: nobody must not be adequate, everyone must be (§2). */
export function validateAdequacyRule(
  value: unknown,
  frame: AdequacyFrame,
  path = '',
): { readonly ok: true; readonly rule: RuleNode } | Refused {
  const outcome = run(adequacyRule({ ...frame, weightsKnown: true }), value, new Faults(path));
  return outcome.ok ? { ok: true, rule: outcome.value } : outcome;
}

/** One score: points, or low, best and high (§1). */
export function validateScoreEntry(
  value: unknown,
  path = '',
): { readonly ok: true; readonly score: ScoreEntry } | Refused {
  const outcome = run(scoreEntry, value, new Faults(path));
  return outcome.ok ? { ok: true, score: outcome.value } : outcome;
}
