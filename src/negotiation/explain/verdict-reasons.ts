import { type AggregationResult, type ProfileResult, STANCES, type Stance } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { pointsText } from './exact-text';
import { lacking } from './lacking';
import { type Message, message, names } from './message';
import { ruleInWords } from './rule-words';
import { countOf, type Subject, subjectOf } from './subject';
import { supporters, supportOf } from './support';

/**
 * Why a profile has its verdict (aggregation.md §4): its support under each stance and whether that is enough, what
 * would be enough, who is critical, who is worse off, who is silent.
 */
export function verdictReasons(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
): readonly Message[] {
  const subject = subjectOf(file, result);
  const profile = subject.profile(profileId);
  const verdict = verdictSentence(file, result, profileId);
  if (profile.verdict === 'default') return [verdict];
  return [
    verdict,
    ...stateOnly(subject, profileId),
    ...STANCES.flatMap((stance) => supportSentences(subject, profileId, stance)),
    message('reason.rule', { rule: ruleInWords(file.rule, subject.name) }),
    ...needsOf(subject, profileId),
    ...criticalGainOf(profile),
    ...criticalMembers(subject, profile),
    ...worseOff(subject, profile),
    ...silence(subject),
  ];
}

/** The first of them: the verdict alone. */
export function verdictSentence(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
): Message {
  const subject = subjectOf(file, result);
  return message(`verdict.${subject.profile(profileId).verdict}`, { profile: subject.title(profileId) });
}

function stateOnly(subject: Subject, id: string): readonly Message[] {
  const adoptable = subject.file.profiles.find((profile) => profile.id === id)?.adoptable !== false;
  return adoptable ? [] : [message('reason.state')];
}

/** Whether those who gain suffice, who they are where that may be told, and what is missing where they do not. */
function supportSentences(subject: Subject, id: string, stance: Stance): readonly Message[] {
  const { adequate } = supportOf(subject, id, stance);
  const under = message(`stance.${stance}`);
  const lack = adequate ? null : lacking(subject, id, stance);
  return [
    message(adequate ? 'reason.enough' : 'reason.notEnough', {
      stance: under,
      support: supporters(subject, id, stance),
    }),
    ...gainers(subject, id, stance),
    ...(lack === null ? [] : [message('reason.lacks', { stance: under, lack })]),
  ];
}

/** Who gains: under the strongest stance all, under a weaker one those who come to them. */
function gainers(subject: Subject, id: string, stance: Stance): readonly Message[] {
  const coalition = subject.profile(id).coalition;
  const members = coalition?.[stance];
  if (coalition === null || typeof members !== 'object') return [];
  const stronger = STANCES.slice(0, STANCES.indexOf(stance)).map((each) => coalition[each]);
  const known = new Set(stronger.flatMap((listed) => (typeof listed === 'object' ? listed : [])));
  const fresh = members.filter((member) => !known.has(member)).map(subject.name);
  if (fresh.length === 0) return [];
  const key = known.size === 0 ? 'reason.gainers' : 'reason.gainersToo';
  return [message(key, { stance: message(`stance.${stance}`), names: names('and', fresh) })];
}

function needsOf(subject: Subject, id: string): readonly Message[] {
  const needs = subject.file.profiles.find((profile) => profile.id === id)?.needs;
  return needs ? [message('reason.needs', { rule: ruleInWords(needs, subject.name) })] : [];
}

function criticalGainOf({ criticalGain }: ProfileResult): readonly Message[] {
  const gain = criticalGain?.necessary ?? null;
  return gain === null ? [] : [message('reason.criticalGain', { points: pointsText(gain) })];
}

/** Under the strongest stance whose supporters suffice. */
function criticalMembers(subject: Subject, profile: ProfileResult): readonly Message[] {
  const stance = STANCES.find((candidate) => profile.criticalMembers?.[candidate] != null);
  const critical = stance && profile.criticalMembers?.[stance];
  const resilience = stance && profile.resilience?.[stance];
  if (stance === undefined || critical == null || resilience == null) return [];
  const listed = subject.names(critical);
  const among = { under: stance, stance: message(`stance.${stance}`) };
  if (listed.length > 0) return [message('reason.fallsIf', { names: names('or', listed), ...among })];
  if (countOf(critical) > 0) return [message('reason.fallsIfAny', { count: countOf(critical), ...among })];
  return typeof resilience === 'number'
    ? [message('reason.resilience', { count: resilience, ...among })]
    : [message('reason.resilienceAtMost', { count: resilience.atMost, ...among })];
}

function worseOff(subject: Subject, { worseOff: losing }: ProfileResult): readonly Message[] {
  const members = losing?.necessary ?? 0;
  const count = countOf(members);
  if (count === 0) return [];
  const listed = subject.names(members);
  return listed.length > 0
    ? [message('reason.worseOff', { count, names: names('and', listed) })]
    : [message('reason.worseOffCount', { count })];
}

function silence(subject: Subject): readonly Message[] {
  const count = countOf(subject.result.silent);
  if (count === 0) return [];
  const listed = subject.names(subject.result.silent);
  return listed.length > 0
    ? [message('reason.silent', { count, names: names('and', listed) })]
    : [message('reason.silentCount', { count })];
}
