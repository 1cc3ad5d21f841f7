import { satisfiedBy } from './adequacy';
import type { Check } from './check';
import { ruleTree } from './check-rule';
import { also } from './check-shapes';
import type { Frame } from './frame';
import type { RuleNode } from './model';

/** The rule of a negotiation: nobody at all is not adequate, everyone together is (aggregation.md §2). */
export function adequacyRule(
  frame: Pick<Frame, 'dimensions' | 'stakeholders' | 'weighing' | 'weightsKnown'>,
): Check<RuleNode> {
  return also(ruleTree(frame), (rule, faults) => {
    if (!frame.weightsKnown || frame.stakeholders.size === 0) return true;
    const totals = { weighs: (dimension: string) => frame.weighing.has(dimension) };
    if (satisfiedBy('nobody', rule, totals))
      return faults.add('nobody at all would be adequate under this rule') ?? false;
    if (!satisfiedBy('everyone', rule, totals)) {
      return faults.add('not even everyone together would be adequate under this rule') ?? false;
    }
    return true;
  });
}
