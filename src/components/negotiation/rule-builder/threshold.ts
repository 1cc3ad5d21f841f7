import { type CompiledRule, compileRule, electorate } from '@/core/rule';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import type { RuleSubjects } from './tree';

/** The negotiation of these subjects under this checked rule, with nothing else in it. */
export function gameOf(rule: RuleNode, { dimensions, stakeholders }: RuleSubjects) {
  const file: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: '',
    dimensions,
    rule,
    stakeholders,
    profiles: [],
  };
  return toNegotiation(file);
}

/** What a sound leaf comes to in whole units: the least weight or number, and of how many. `null` of other nodes. */
export function thresholdOf(
  leaf: RuleNode,
  subjects: RuleSubjects,
): { readonly least: number; readonly of: number } | null {
  const { rule, stakeholders, dimensions } = gameOf(leaf, subjects);
  const among = electorate(stakeholders, dimensions.length);
  const compiled: CompiledRule = compileRule(rule, among);
  if (compiled.kind === 'weight') {
    return { least: compiled.threshold, of: among.totals[compiled.dimension] ?? 0 };
  }
  return compiled.kind === 'count' ? { least: compiled.threshold, of: among.size } : null;
}
