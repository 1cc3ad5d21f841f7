import type { RuleNode } from '../file/model';
import { type Message, message, names } from './message';

/** A rule tree of aggregation.md §2 in words: "more than 1/2 of compute and at least 3 stakeholders". */
export function ruleInWords(node: RuleNode, name: (stakeholder: string) => string): Message {
  const inner = (child: RuleNode, around: 'allOf' | 'anyOf') => {
    const words = ruleInWords(child, name);
    const mixed = ('allOf' in child && around === 'anyOf') || ('anyOf' in child && around === 'allOf');
    return mixed ? message('rule.group', { nodes: words }) : words;
  };
  if ('allOf' in node) {
    return message('rule.nodes', {
      nodes: { join: 'and', items: node.allOf.map((child) => inner(child, 'allOf')) },
    });
  }
  if ('anyOf' in node) {
    return message('rule.nodes', {
      nodes: { join: 'or', items: node.anyOf.map((child) => inner(child, 'anyOf')) },
    });
  }
  if ('includes' in node) return message('rule.includes', { names: names('and', node.includes.map(name)) });
  if ('quota' in node) {
    const { dimension } = node.quota;
    return 'moreThan' in node.quota
      ? message('rule.quotaMoreThan', { share: node.quota.moreThan, dimension })
      : message('rule.quotaAtLeast', { share: node.quota.atLeast, dimension });
  }
  if ('allBut' in node.members) return message('rule.allBut', { count: node.members.allBut });
  if ('moreThan' in node.members) return message('rule.membersMoreThan', { share: node.members.moreThan });
  const { atLeast } = node.members;
  return typeof atLeast === 'number'
    ? message('rule.count', { count: atLeast })
    : message('rule.membersAtLeast', { share: atLeast });
}
