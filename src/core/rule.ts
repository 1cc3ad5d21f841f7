import type { Coalition } from './coalition';
import type { Rule, Share, Stakeholder } from './model';

/** A rule with its shares turned into the least integer weight, or number of members, that satisfies it. */
export type CompiledRule =
  | { readonly kind: 'weight'; readonly dimension: number; readonly threshold: number }
  | { readonly kind: 'count'; readonly threshold: number }
  | { readonly kind: 'includes'; readonly stakeholders: readonly number[] }
  | { readonly kind: 'allOf' | 'anyOf'; readonly nodes: readonly CompiledRule[] };

/** What shares are shares of: all stakeholders of the negotiation, silent ones too (§2). */
export interface Electorate {
  readonly size: number;
  /** Total weight per dimension, at most 10¹⁵. */
  readonly totals: readonly number[];
}

export function electorate(stakeholders: readonly Stakeholder[], dimensions: number): Electorate {
  const totals = Array.from({ length: dimensions }, (_, d) =>
    stakeholders.reduce((total, { weights }) => total + (weights[d] ?? 0), 0),
  );
  return { size: stakeholders.length, totals };
}

/** The least integer that is > (strict) or ≥ a/b of the total. BigInt: a · total reaches 10²⁴. */
function threshold({ a, b }: Share, strict: boolean, total: number): number {
  const [product, divisor] = [BigInt(a) * BigInt(total), BigInt(b)];
  const floor = product / divisor;
  return Number(strict || product % divisor !== 0n ? floor + 1n : floor);
}

/** Compiles a rule tree of §2. */
export function compileRule(rule: Rule, among: Electorate): CompiledRule {
  switch (rule.kind) {
    case 'quota': {
      const total = among.totals[rule.dimension] ?? 0;
      return {
        kind: 'weight',
        dimension: rule.dimension,
        threshold: threshold(rule.share, rule.strict, total),
      };
    }
    case 'members':
      return { kind: 'count', threshold: threshold(rule.share, rule.strict, among.size) };
    case 'count':
      return { kind: 'count', threshold: rule.atLeast };
    case 'allBut':
      return { kind: 'count', threshold: among.size - rule.allBut };
    case 'includes':
      return { kind: 'includes', stakeholders: [...new Set(rule.stakeholders)] };
    case 'allOf':
    case 'anyOf':
      return { kind: rule.kind, nodes: rule.nodes.map((node) => compileRule(node, among)) };
  }
}

/** A_x (§2 "Needs"): the rule, and the needs of a profile where it has any. */
export function withNeeds(rule: CompiledRule, needs: Rule | null, among: Electorate): CompiledRule {
  return needs === null ? rule : { kind: 'allOf', nodes: [rule, compileRule(needs, among)] };
}

/** Whether the coalition satisfies the rule (§2). */
export function satisfies(rule: CompiledRule, coalition: Coalition): boolean {
  switch (rule.kind) {
    case 'weight':
      return coalition.weight(rule.dimension) >= rule.threshold;
    case 'count':
      return coalition.count >= rule.threshold;
    case 'includes':
      return rule.stakeholders.every((stakeholder) => coalition.has(stakeholder));
    case 'allOf':
      return rule.nodes.every((node) => satisfies(node, coalition));
    case 'anyOf':
      return rule.nodes.some((node) => satisfies(node, coalition));
  }
}
