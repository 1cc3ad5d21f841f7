import { type AggregationResult, type ProfileResult, STANCES, type Stance } from '@/core/model';
import { pointsText } from '../explain/exact-text';
import { type Message, message, names } from '../explain/message';
import { type Subject, subjectOf } from '../explain/subject';
import type { NegotiationFile } from '../file/model';

/** A negotiation with its standing. */
export interface Stood {
  readonly file: NegotiationFile;
  readonly result: AggregationResult;
}

/**
 * What is another in the standing after than in the one before, in sentences, profile by profile: verdicts, who gains
 * under the strongest stance in which somebody does or no longer does, critical gains, threats, whether it is ratified
 * and whether recommended. Empty: nothing of these.
 */
export function differences(before: Stood, after: Stood): readonly Message[] {
  const [then, now] = [subjectOf(before.file, before.result), subjectOf(after.file, after.result)];
  return after.result.profiles.flatMap((own) => {
    const old = before.result.profiles.find(({ id }) => id === own.id);
    if (old === undefined || own.verdict === 'default' || old.verdict === 'default') return [];
    return [
      ...verdicts(now, old, own),
      ...coalitions(then, now, old, own),
      ...criticalGains(now, old, own),
      ...judgements(now, old, own),
    ];
  });
}

function verdicts(now: Subject, old: ProfileResult, own: ProfileResult): readonly Message[] {
  if (old.verdict === own.verdict) return [];
  return [
    message('difference.verdict', {
      profile: now.title(own.id),
      from: message(`verdictName.${old.verdict}`),
      to: message(`verdictName.${own.verdict}`),
    }),
  ];
}

function coalitions(then: Subject, now: Subject, old: ProfileResult, own: ProfileResult): readonly Message[] {
  for (const stance of STANCES) {
    const [before, after] = [membersOf(old, stance), membersOf(own, stance)];
    const joined = after.filter((id) => !before.includes(id)).map(now.name);
    const left = before.filter((id) => !after.includes(id)).map(then.name);
    if (joined.length + left.length === 0) continue;
    const said = (key: string, who: readonly string[]) =>
      who.length === 0
        ? []
        : [
            message(key, {
              profile: now.title(own.id),
              names: names('and', who),
              count: who.length,
              stance: message(`stance.${stance}`),
            }),
          ];
    return [...said('difference.joined', joined), ...said('difference.left', left)];
  }
  return [];
}

function membersOf({ coalition }: ProfileResult, stance: Stance): readonly string[] {
  const members = coalition?.[stance];
  return typeof members === 'object' ? members : [];
}

function criticalGains(now: Subject, old: ProfileResult, own: ProfileResult): readonly Message[] {
  const [from, to] = [old.criticalGain?.necessary ?? null, own.criticalGain?.necessary ?? null];
  if (from === null || to === null || from === to) return [];
  const values = { profile: now.title(own.id), from: pointsText(from), to: pointsText(to) };
  return values.from === values.to ? [] : [message('difference.criticalGain', values)];
}

function judgements(now: Subject, old: ProfileResult, own: ProfileResult): readonly Message[] {
  const profile = now.title(own.id);
  const turned = (name: 'ratified' | 'recommended') =>
    old[name] === own[name]
      ? []
      : [message(own[name] ? `difference.${name}` : `difference.${name}NoMore`, { profile })];
  const threats =
    old.threats === own.threats || old.threats === null || own.threats === null
      ? []
      : [
          message('difference.threats', {
            profile,
            from: message(`threatName.${old.threats}`),
            to: message(`threatName.${own.threats}`),
          }),
        ];
  return [...threats, ...turned('ratified'), ...turned('recommended')];
}
