import type { Stance } from '@/core/model';
import { meetsMembers, meetsQuota } from '../coalition';
import type { RuleNode } from '../file/model';
import { namesAnyone } from '../rule-names';
import { type Message, message, names } from './message';
import { ruleInWords } from './rule-words';
import type { Subject } from './subject';
import { rulesOf, type Support, shareText, supportOf } from './support';

/**
 * What the supporters of a profile lack of its rule and its needs, part by part; `null` where they lack nothing, and
 * where it would tell who is among them and the reader may not know.
 */
export function lacking(subject: Subject, profile: string, stance: Stance): Message | null {
  const listed = subject.profile(profile).coalition?.[stance];
  const rule: RuleNode = { allOf: rulesOf(subject, profile) };
  const coalition = typeof listed === 'object' ? new Set(listed) : null;
  if (coalition === null && namesAnyone(rule)) return null;
  return lackOf(rule, { subject, profile, coalition, support: supportOf(subject, profile, stance) });
}

interface Given {
  readonly subject: Subject;
  readonly profile: string;
  readonly coalition: ReadonlySet<string> | null;
  readonly support: Support;
}

function lackOf(node: RuleNode, given: Given): Message | null {
  if ('allOf' in node || 'anyOf' in node) {
    const all = 'allOf' in node;
    const lacks = ('allOf' in node ? node.allOf : node.anyOf).map((child) => lackOf(child, given));
    const parts = lacks.filter((lack) => lack !== null);
    // One alternative that lacks nothing is enough.
    if (parts.length === 0 || (!all && parts.length < lacks.length)) return null;
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0) return only;
    const items = parts.map((part) =>
      part.key === 'lack.parts' ? message('lack.group', { parts: part }) : part,
    );
    return message('lack.parts', { parts: { join: all ? 'and' : 'or', items } });
  }
  return lackOfLeaf(node, given);
}

function lackOfLeaf(
  node: Exclude<RuleNode, { allOf: unknown } | { anyOf: unknown }>,
  { subject, profile, coalition, support }: Given,
): Message | null {
  const rule = ruleInWords(node, subject.name);
  if ('includes' in node) {
    const missing = node.includes.filter((id) => coalition?.has(id) !== true);
    return missing.length === 0
      ? null
      : message('lack.includes', { names: names('and', missing.map(subject.name)) });
  }
  if ('quota' in node) {
    const { dimension } = node.quota;
    const weight = support.weights.get(dimension) ?? 0;
    // Sums of weights are at most 10¹⁵ < 2⁵³.
    if (meetsQuota(node.quota, Number(weight), subject.totals.get(dimension) ?? 0)) return null;
    return message('lack.share', { rule, percent: shareText(subject, profile, dimension, weight) });
  }
  return meetsMembers(node.members, support.members, subject.n)
    ? null
    : message('lack.count', { rule, count: support.members });
}
