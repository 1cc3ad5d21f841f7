import type { Exact, Stance } from '@/core/model';
import type { RuleNode } from '../file/model';
import { pairOf } from '../pair-of';
import { type Fraction, fractionOf, percentText } from './exact-text';
import { type Message, message } from './message';
import type { Subject } from './subject';

/** Who strictly prefers a profile to the default under a stance, in numbers of the result's pairs (§4). */
export interface Support {
  readonly members: number;
  readonly weights: ReadonlyMap<string, Exact>;
  /** Whether that is enough, needs included. */
  readonly adequate: boolean;
}

/** The support of a profile but the default. */
export function supportOf(subject: Subject, profile: string, stance: Stance): Support {
  const row = pairOf(subject.result, stance, profile, subject.defaultId);
  if (row === undefined) throw new Error(`no pair of ${JSON.stringify(profile)} with the default`);
  return { members: row.members, weights: new Map(Object.entries(row.weights)), adequate: row.adequate };
}

/** The shares that a rule compares with a dimension's total. */
function thresholdsOf(node: RuleNode, dimension: string): readonly Fraction[] {
  if ('allOf' in node) return node.allOf.flatMap((inner) => thresholdsOf(inner, dimension));
  if ('anyOf' in node) return node.anyOf.flatMap((inner) => thresholdsOf(inner, dimension));
  if (!('quota' in node) || node.quota.dimension !== dimension) return [];
  return [fractionOf('moreThan' in node.quota ? node.quota.moreThan : node.quota.atLeast)];
}

/** The dimensions that a rule weighs, in the file's order. */
function dimensionsOf(subject: Subject, rules: readonly RuleNode[]): readonly string[] {
  const dimensions = (subject.file.dimensions ?? []).map(({ id }) => id);
  return dimensions.filter((id) => rules.some((rule) => thresholdsOf(rule, id).length > 0));
}

/** The rule, and the needs of the profile. */
export function rulesOf(subject: Subject, profile: string): readonly RuleNode[] {
  const needs = subject.file.profiles.find(({ id }) => id === profile)?.needs;
  return needs ? [subject.file.rule, needs] : [subject.file.rule];
}

/** A dimension's share in per cent, on the right side of every threshold that counts for the profile. */
export function shareText(subject: Subject, profile: string, dimension: string, weight: Exact): string {
  const thresholds = rulesOf(subject, profile).flatMap((rule) => thresholdsOf(rule, dimension));
  return percentText(fractionOf(weight), BigInt(subject.totals.get(dimension) ?? 0), thresholds);
}

/** "7 of 12 stakeholders, with 59 % of compute and 61 % of population, gain". */
export function supporters(subject: Subject, profile: string, stance: Stance): Message {
  const { members, weights } = supportOf(subject, profile, stance);
  const counts = { count: members, total: subject.n };
  const shares = dimensionsOf(subject, rulesOf(subject, profile)).map((dimension) =>
    message('support.share', {
      percent: shareText(subject, profile, dimension, weights.get(dimension) ?? 0),
      dimension,
    }),
  );
  if (shares.length === 0 || members === 0) return message('support.gain', counts);
  return message('support.gainWeighted', { ...counts, shares: { join: 'and', items: shares } });
}
