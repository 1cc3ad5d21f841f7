import { Faults, run } from './check';
import { adequacyRule } from './check-adequacy';
import { type RuleFrame, ruleTree } from './check-rule';
import type { Fault, RuleNode } from './model';
import { parseJson } from './parse-json';

/** The checks of a rule by itself, as those of the other parts (validate-parts.ts): browsers check rules as they are built. */

type Refused = { readonly ok: false; readonly faults: readonly Fault[] };

/** A rule tree of aggregation.md §2 within its bounds, as the condition of a pledge is: it need not be an adequacy rule. */
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
