import { ruleInWords } from '@/negotiation/explain/rule-words';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { Explain } from './explain';
import { stakeholderName } from './labels';

/** A rule tree (aggregation.md §2) in words, names in place of ids: what a coalition must have. */
export function RuleWords({
  rule,
  frame,
}: {
  readonly rule: RuleNode;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  return <Explain message={ruleInWords(rule, (id) => stakeholderName(id, frame))} />;
}
