import { STANCES, type Stance } from '@/core/model';
import { message, say } from '@/negotiation/explain/message';
import type { Subject } from '@/negotiation/explain/subject';
import { rulesOf, shareText, supportOf } from '@/negotiation/explain/support';
import type { RuleNode } from '@/negotiation/file/model';
import type { Style } from './standing-report';
import { type Cell, textTable } from './text-table';
import { translate } from './translate';

/** Support of each profile per stance, in members and in every dimension, beside what the rule asks for (§2, §4). */
export function supportTable(subject: Subject, { width }: Style): string {
  const word = (key: string) => say(message(key), translate);
  const dimensions = (subject.file.dimensions ?? []).map(({ id }) => id);
  const rows = subject.result.profiles.flatMap(({ id, verdict }) => {
    if (verdict === 'default') return [];
    return [null, ...dimensions].map((dimension, at): Cell[] => [
      { text: at === 0 ? subject.title(id) : '' },
      { text: dimension ?? word('table.members') },
      ...STANCES.map((stance) => ({ text: supportCell(subject, id, stance, dimension) })),
      { text: needed(rulesOf(subject, id), dimension).join(', ') },
    ]);
  });
  const columns = [
    { title: word('table.support'), align: 'left', yields: true },
    { title: word('table.of'), align: 'left', yields: true },
    ...STANCES.map((stance) => ({ title: word(`table.${stance}`), align: 'right' }) as const),
    { title: word('table.needed'), align: 'left' },
  ] as const;
  return textTable(columns, rows, width);
}

function supportCell(subject: Subject, id: string, stance: Stance, dimension: string | null): string {
  const support = supportOf(subject, id, stance);
  if (dimension === null)
    return say(message('table.countOf', { count: support.members, total: subject.n }), translate);
  return `${shareText(subject, id, dimension, support.weights.get(dimension) ?? 0)} %`;
}

/** The bounds that the rules set in a dimension, or on members (`null`), each once. */
function needed(rules: readonly RuleNode[], dimension: string | null): readonly string[] {
  const bounds = rules.flatMap((rule): readonly string[] => {
    if ('allOf' in rule) return needed(rule.allOf, dimension);
    if ('anyOf' in rule) return needed(rule.anyOf, dimension);
    if ('includes' in rule) return [];
    if ('quota' in rule) {
      if (rule.quota.dimension !== dimension) return [];
      return ['moreThan' in rule.quota ? `> ${rule.quota.moreThan}` : `≥ ${rule.quota.atLeast}`];
    }
    if (dimension !== null) return [];
    if ('allBut' in rule.members) return [`≥ all − ${rule.members.allBut}`];
    return ['moreThan' in rule.members ? `> ${rule.members.moreThan}` : `≥ ${rule.members.atLeast}`];
  });
  return [...new Set(bounds)];
}
