import type { RuleNode } from './model';

/** What the two extreme coalitions need of the negotiation: whether a dimension weighs anything in all. */
export interface TotalWeights {
  weighs(dimension: string): boolean;
}

/**
 * Whether nobody at all (`who` 'nobody') or everyone satisfies a checked rule tree (aggregation.md §2), exactly:
 * w(∅) is 0 and w(N) is the total, so only a share's ends and a total of 0 matter.
 */
export function satisfiedBy(who: 'nobody' | 'everyone', node: RuleNode, totals: TotalWeights): boolean {
  if ('allOf' in node) return node.allOf.every((inner) => satisfiedBy(who, inner, totals));
  if ('anyOf' in node) return node.anyOf.some((inner) => satisfiedBy(who, inner, totals));
  if ('includes' in node) return who === 'everyone';
  const something = 'members' in node || totals.weighs(node.quota.dimension);
  const bound = 'members' in node ? node.members : node.quota;
  if ('moreThan' in bound) return who === 'everyone' && something && !isOne(bound.moreThan);
  if (who === 'everyone') return true;
  return 'atLeast' in bound && typeof bound.atLeast === 'string' && (isZero(bound.atLeast) || !something);
}

function isZero(share: string): boolean {
  return share.startsWith('0/');
}

function isOne(share: string): boolean {
  const [a, b] = share.split('/');
  return a === b;
}
