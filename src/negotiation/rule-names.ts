import type { RuleNode } from './file/model';

/** Whether a rule tree names this stakeholder. */
export function namesStakeholder(node: RuleNode, stakeholder: string): boolean {
  return some(node, (leaf) => 'includes' in leaf && leaf.includes.includes(stakeholder));
}

/** Whether a rule tree names any stakeholder: then adequacy hangs on who somebody is, and not on weight and number alone. */
export function namesAnyone(node: RuleNode): boolean {
  return some(node, (leaf) => 'includes' in leaf);
}

/** Whether a rule tree counts this dimension. */
export function namesDimension(node: RuleNode, dimension: string): boolean {
  return some(node, (leaf) => 'quota' in leaf && leaf.quota.dimension === dimension);
}

function some(node: RuleNode, holds: (leaf: RuleNode) => boolean): boolean {
  if ('allOf' in node) return node.allOf.some((inner) => some(inner, holds));
  if ('anyOf' in node) return node.anyOf.some((inner) => some(inner, holds));
  return holds(node);
}
