import { type AggregationResult, type ProfileResult, VERDICTS } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import type { SeenFlips } from '../flips';
import { byCriticalGain, forNaming } from './best-first';
import { pointsText } from './exact-text';
import { type FlipSentence, flipSentences } from './flip-sentences';
import { missing } from './gap';
import { ALL_NAMED, type Message, message, names } from './message';
import { ruleInWords } from './rule-words';
import { nearestOf, rivalsOf, stateClears } from './standing';
import { countOf, type Subject, subjectOf } from './subject';
import { supporters } from './support';
import { threatSentence } from './threat-sentence';
import { verdictReasons } from './verdict-reasons';

/** What somebody asks who has ten seconds: about the profile that leads, and the one that comes after it. */
export interface Essentials {
  /** The profile that the answers are about: of those that clear the first, or else the nearest. */
  readonly leading: string;
  readonly clears: Message;
  /** By how much, or what is missing. */
  readonly margin: Message;
  readonly critical: Message | null;
  readonly threats: readonly Message[];
  /** What would lift the nearest that does not clear over the bar; `null` where all do. */
  readonly runnerUp: { readonly profile: string; readonly flip: FlipSentence } | null;
}

/** `null` where there is nothing to judge: nobody has spoken, or nothing could be adopted. */
export function essentials(
  file: NegotiationFile,
  result: AggregationResult,
  flips: (profile: string) => SeenFlips | null,
): Essentials | null {
  const subject = subjectOf(file, result);
  if (countOf(result.silent) === subject.n) return null;
  const rivals = rivalsOf(subject);
  const clearing = rivals.filter(({ verdict }) => verdict === 'clears');
  const nearest = nearestOf(
    subject,
    rivals.filter(({ verdict }) => verdict !== 'clears'),
  );
  const leading = leadOf(clearing) ?? nearest;
  if (leading === undefined) return null;
  return {
    leading: leading.id,
    clears: clearsIn(subject, clearing, leading),
    margin: marginOf(subject, leading),
    critical: verdictReasons(file, result, leading.id).find(({ key }) => CRITICAL.has(key)) ?? null,
    threats: threatsTo(subject, leading),
    runnerUp: nearest === undefined ? null : runnerUp(file, result, nearest.id, flips),
  };
}

const CRITICAL = new Set([
  'reason.fallsIf',
  'reason.fallsIfAny',
  'reason.resilience',
  'reason.resilienceAtMost',
]);

/** The recommended before others, then the largest critical gain, then the file's order. */
function leadOf(clearing: readonly ProfileResult[]): ProfileResult | undefined {
  return [...clearing].sort(
    (a, b) => Number(b.recommended) - Number(a.recommended) || byCriticalGain(a, b),
  )[0];
}

function clearsIn(
  subject: Subject,
  clearing: readonly ProfileResult[],
  { id, verdict }: ProfileResult,
): Message {
  const listed = forNaming(clearing, ALL_NAMED).map((profile) => subject.title(profile.id));
  if (listed.length > 1) {
    const profiles = names('and', listed);
    return message('essentials.several', { profiles, count: listed.length, leading: subject.title(id) });
  }
  if (listed.length === 1) return message('essentials.one', { profile: subject.title(id) });
  return message(stateClears(subject) ? 'essentials.noneButStates' : 'essentials.none', {
    profile: subject.title(id),
    verdict: message(`verdictName.${verdict}`),
  });
}

function marginOf(subject: Subject, { id, verdict, criticalGain }: ProfileResult): Message {
  const gain = criticalGain?.necessary ?? null;
  if (verdict !== 'clears' || gain === null) return missing(subject, id);
  return message('essentials.margin', {
    points: pointsText(gain),
    support: supporters(subject, id, 'necessary'),
    rule: ruleInWords(subject.file.rule, subject.name),
  });
}

const MOST_TEMPTED = 2;

/** Threats, the guarantees still to be delivered without which the verdict would fall, and who is tempted away. */
function threatsTo(subject: Subject, { id, stability }: ProfileResult): readonly Message[] {
  const { file, result } = subject;
  const risks = threatSentence(file, result, id);
  const titles = result.leverage.flatMap(({ guarantee, profiles }) => {
    const found = file.guarantees?.find((each) => each.id === guarantee);
    return found === undefined || found.delivered === true || !isPivotal(profiles, id) ? [] : [found.title];
  });
  const { temptations } = stability.expected;
  const tempted = typeof temptations === 'number' ? [] : temptations.slice(0, MOST_TEMPTED);
  return [
    ...(risks === null ? [] : [risks]),
    ...(titles.length === 0
      ? []
      : [message('essentials.guarantees', { names: names('or', titles), count: titles.length })]),
    ...tempted.map(({ stakeholder, to }) =>
      message('stability.temptation', { name: subject.name(stakeholder), profile: subject.title(to) }),
    ),
  ];
}

/** Whether the verdict falls without the guarantee (aggregation.md §7). */
function isPivotal(profiles: AggregationResult['leverage'][number]['profiles'], id: string): boolean {
  const row = profiles.find((profile) => profile.id === id);
  if (row === undefined) return false;
  const { verdict, without } = row;
  return VERDICTS.indexOf(without) > VERDICTS.indexOf(verdict);
}

function runnerUp(
  file: NegotiationFile,
  result: AggregationResult,
  profile: string,
  flips: (profile: string) => SeenFlips | null,
): Essentials['runnerUp'] {
  const found = flipSentences(file, result, profile, flips(profile));
  const flip = found.find(({ side }) => side === 'joins');
  return flip === undefined ? null : { profile, flip };
}
