import type { Coalition, MemberSet } from '../coalition';
import type { Stakeholder } from '../model';
import { type CompiledRule, satisfies } from '../rule';

/** A compiled rule and whom it is about. */
export interface RuleGame {
  readonly rule: CompiledRule;
  readonly stakeholders: readonly Stakeholder[];
  readonly dimensions: number;
}

/** Whether the coalition is adequate and none of these members can leave it. Leaves the set as it was. */
export function isMinimal({ rule }: RuleGame, set: MemberSet, members: readonly number[]): boolean {
  return satisfies(rule, set) && members.every((member) => isCritical(rule, set, member));
}

/** Whether an adequate coalition needs this member of it. */
export function isCritical(rule: CompiledRule, set: MemberSet, member: number): boolean {
  set.remove(member);
  const critical = !satisfies(rule, set);
  set.add(member);
  return critical;
}

/** The coalition together with others, of whom a bound may take more than there could be at once. */
export function widened(
  inside: Coalition,
  count: number,
  weights: (dimension: number) => number,
  has: (stakeholder: number) => boolean,
): Coalition {
  return {
    count: inside.count + count,
    weight: (dimension) => inside.weight(dimension) + weights(dimension),
    has: (stakeholder) => inside.has(stakeholder) || has(stakeholder),
  };
}
