import type { RuleNode } from './file/model';
import { type NegotiationState, own } from './state';

type Quota = Extract<RuleNode, { quota: unknown }>['quota'];
type Members = Extract<RuleNode, { members: unknown }>['members'];
type Frame = Pick<NegotiationState, 'stakeholders' | 'rule'>;

/**
 * Whether a coalition is adequate under the rule as it stands (aggregation.md §2), for consents: they are judged
 * while nothing is aggregated. Exact: a weight is at most 10⁹, a total over 10⁶ stakeholders at most 10¹⁵ < 2⁵³,
 * and its product with a share's term is a BigInt. The core's evaluator is its twin in the tests.
 */
export function isAdequate(frame: Frame, coalition: ReadonlySet<string>): boolean {
  return frame.rule !== null && satisfies(frame.rule, frame.stakeholders, coalition);
}

/** Whether everyone together satisfies a tree: what the needs of a profile must let them. */
export function everyoneSatisfies({ stakeholders }: Pick<Frame, 'stakeholders'>, node: RuleNode): boolean {
  return satisfies(node, stakeholders, new Set(stakeholders.map(({ id }) => id)));
}

export function satisfies(
  node: RuleNode,
  everyone: NegotiationState['stakeholders'],
  coalition: ReadonlySet<string>,
): boolean {
  if ('allOf' in node) return node.allOf.every((inner) => satisfies(inner, everyone, coalition));
  if ('anyOf' in node) return node.anyOf.some((inner) => satisfies(inner, everyone, coalition));
  if ('includes' in node) return node.includes.every((id) => coalition.has(id));
  const members = everyone.filter(({ id }) => coalition.has(id));
  if ('quota' in node) {
    const { dimension } = node.quota;
    return meetsQuota(node.quota, weightOf(members, dimension), weightOf(everyone, dimension));
  }
  return meetsMembers(node.members, members.length, everyone.length);
}

/** Whether so much of a dimension's total meets a quota. */
export function meetsQuota(quota: Quota, held: number, total: number): boolean {
  return 'moreThan' in quota
    ? exceeds(held, total, quota.moreThan, true)
    : exceeds(held, total, quota.atLeast, false);
}

/** Whether so many of n stakeholders are enough. */
export function meetsMembers(bound: Members, count: number, n: number): boolean {
  if ('allBut' in bound) return count >= n - bound.allBut;
  if ('moreThan' in bound) return exceeds(count, n, bound.moreThan, true);
  if (typeof bound.atLeast === 'number') return count >= bound.atLeast;
  return exceeds(count, n, bound.atLeast, false);
}

function weightOf(members: NegotiationState['stakeholders'], dimension: string): number {
  return members.reduce((sum, { weights = {} }) => sum + (own(weights, dimension) ?? 0), 0);
}

function exceeds(held: number, total: number, share: string, strictly: boolean): boolean {
  const [a = '0', b = '1'] = share.split('/');
  const left = BigInt(held) * BigInt(b);
  const right = BigInt(a) * BigInt(total);
  return strictly ? left > right : left >= right;
}
