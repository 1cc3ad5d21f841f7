import { BASES, type Basis, type Rule, STANCES, type Stance } from '@/core/model';
import { verdictOf } from '@/core/testing/oracle-bar';
import { type Coalition, coalitionOf, isIn, sizeOf, weightOf } from '@/core/testing/oracle-coalitions';
import { compare, fraction } from '@/core/testing/oracle-fraction';
import { at, type Standing, standingOn } from '@/core/testing/oracle-standing';
import { messages } from '@/i18n/messages';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { isPercent } from '@/negotiation/testing/claims-of-why';

const { basis: bases, stanceMeans, verdict: verdicts } = messages.common;
const { reading: readings, preview } = messages.ballot;

/** The standings before and after a ballot is cast, on either basis, by the slow twin. */
type Turn = { readonly [B in Basis]: { readonly before: Standing; readonly after: Standing } };

/** `after` is `before` with one ballot more, which comes after everything else. */
export function turnOf(file: NegotiationFile, stakeholder: string, body: BallotBody): Turn {
  const cast = { ...body, stakeholder, at: '2028-01-01T00:00:00.000Z' };
  const before = toNegotiation(file);
  const after = toNegotiation({ ...file, ballots: [...(file.ballots ?? []), cast] });
  const on = (basis: Basis) => ({ before: standingOn(before, basis), after: standingOn(after, basis) });
  return { stated: on('stated'), informed: on('informed') };
}

/** Whether a required briefing was not acknowledged. */
export function isUninformed(
  { briefings = [], acknowledgements = [] }: NegotiationFile,
  stakeholder: string,
): boolean {
  const read = acknowledgements.filter((each) => each.stakeholder === stakeholder);
  return briefings.some(
    ({ id, required }) => required === true && !read.some(({ briefing }) => briefing === id),
  );
}

/** Of a sentence of the preview, what it is about; of none of them is there a second. */
type About = string;

/**
 * What is wrong with the sentences on what a ballot of stakeholder i would change, in words: each is read for what it
 * claims and recounted, each that is due must be there, and no other.
 */
export function faultsOfForesight(turn: Turn, i: number, uninformed: boolean, said: readonly string[]) {
  const told = new Set<About>();
  const faults = said.flatMap((sentence) => {
    const read =
      readVerdict(turn, sentence) ?? readCoalition(turn, uninformed ? 'stated' : 'informed', i, sentence);
    if (read === null) return [`nobody has read: ${sentence}`];
    if (told.has(read.about)) return [`twice: ${sentence}`];
    told.add(read.about);
    return read.right ? [] : [`untrue: ${sentence}`];
  });
  const due = dueOf(turn, i, uninformed);
  return [...faults, ...due.filter((about) => !told.has(about)).map((about) => `untold: ${about}`)];
}

interface Claim {
  readonly about: About;
  readonly right: boolean;
}

function dueOf(turn: Turn, i: number, uninformed: boolean): readonly About[] {
  const basis = uninformed ? 'stated' : 'informed';
  return [
    ...BASES.flatMap((each) => {
      const changed = rivals(turn[each].after).filter((x) => verdictChanges(turn[each], x));
      return changed.length === 0 ? [`${each} nothing`] : changed.map((x) => `${each} ${x}`);
    }),
    ...STANCES.flatMap((stance) =>
      rivals(turn[basis].after).flatMap((x) => {
        const [was, is] = sides(turn[basis], stance, x);
        return isIn(i, was) === isIn(i, is) ? [] : [`${stance} ${x}`];
      }),
    ),
  ];
}

const rivals = ({ profiles, d }: Standing) => profiles.filter((x) => x !== d);

const verdictChanges = ({ before, after }: Turn[Basis], x: number) =>
  verdictOf(before, x) !== verdictOf(after, x);

function sides({ before, after }: Turn[Basis], stance: Stance, x: number): readonly [Coalition, Coalition] {
  return [before.preferring(stance, x, before.d), after.preferring(stance, x, after.d)];
}

function profileNamed({ negotiation }: Standing, title: string): number {
  return negotiation.profiles.findIndex(({ id }) => `Title of ${id}` === title);
}

const NOTHING = /^On the (\w+) basis no verdict would change\.$/;
const CHANGE = /^On the (\w+) basis (Title of \w+): (.+) becomes (.+?) ?\.$/;

function readVerdict(turn: Turn, sentence: string): Claim | null {
  const [, none] = NOTHING.exec(sentence) ?? [];
  if (none !== undefined) {
    const basis = keyOf(BASES, bases, none);
    const some = rivals(turn[basis].after).some((x) => verdictChanges(turn[basis], x));
    return { about: `${basis} nothing`, right: !some };
  }
  const [, on, title = '', from, to] = CHANGE.exec(sentence) ?? [];
  if (on === undefined) return null;
  const basis = keyOf(BASES, bases, on);
  const { before, after } = turn[basis];
  const x = profileNamed(after, title);
  const right =
    x !== after.d &&
    from === verdicts[verdictOf(before, x)] &&
    to === verdicts[verdictOf(after, x)] &&
    from !== to;
  return { about: `${basis} ${x}`, right };
}

const COALITION =
  /^(Title of \w+): you would (join|leave) the coalition that (.+?)\. It would be (.+); now it is (.+?)\.(?: (With .+|Without .+))?$/;

function readCoalition(turn: Turn, basis: Basis, i: number, sentence: string): Claim | null {
  const [, title = '', verb, means = '', after = '', before = '', more] = COALITION.exec(sentence) ?? [];
  if (verb === undefined) return null;
  const x = profileNamed(turn[basis].after, title);
  const stance = keyOf(STANCES, stanceMeans, means);
  const [was, is] = sides(turn[basis], stance, x);
  const joins = verb === 'join';
  const suffices = (coalition: Coalition) => turn[basis].after.bringsAbout(x, coalition);
  const said =
    suffices(was) === suffices(is) ? undefined : preview[joins ? 'becomesAdequate' : 'failsAdequate'];
  // The others stand where they stood: the coalition is another one by nobody but i.
  const right =
    isIn(i, is) === joins &&
    isIn(i, was) !== joins &&
    (was ^ is) === coalitionOf([i]) &&
    suffices(is) === (more === undefined ? suffices(was) : joins) &&
    more === said &&
    isCount(turn[basis].before, x, was, before) &&
    isCount(turn[basis].after, x, is, after);
  return { about: `${stance} ${x}`, right };
}

/** "3 of 6 stakeholders, 59 % of d0 and 61 % of d1". */
function isCount(standing: Standing, x: number, coalition: Coalition, words: string): boolean {
  const { negotiation } = standing;
  const [counts, ...shares] = words.split(/, | and /);
  const told = shares.map((share) => /^(\S+) % of (\w+)$/.exec(share) ?? []);
  return (
    counts === `${sizeOf(coalition)} of ${negotiation.stakeholders.length} stakeholders` &&
    told.map(([, , dimension]) => dimension).join() === negotiation.dimensions.join() &&
    told.every(([, percent = ''], k) => isShare(standing, x, coalition, k, percent))
  );
}

/** Near the share, and on the side of every threshold that counts for x on which the share itself is. */
function isShare(
  standing: Standing,
  x: number,
  coalition: Coalition,
  dimension: number,
  percent: string,
): boolean {
  const { negotiation, stakeholders } = standing;
  if (!isPercent(negotiation, coalition, dimension, percent)) return false;
  const whole = weightOf(negotiation, coalitionOf(stakeholders), dimension);
  // What breaks off is the threshold itself.
  if (whole === 0n || percent.endsWith('…')) return true;
  const [integer = '', decimals = ''] = percent.split('.');
  const shown = fraction(BigInt(integer + decimals), 100n * 10n ** BigInt(decimals.length));
  const exact = fraction(weightOf(negotiation, coalition, dimension), whole);
  const { needs } = at(negotiation.profiles, x);
  const thresholds = [negotiation.rule, ...(needs === null ? [] : [needs])].flatMap((rule) =>
    quotas(rule, dimension),
  );
  return thresholds.every(({ a, b }) => compare(shown, fraction(a, b)) === compare(exact, fraction(a, b)));
}

function quotas(rule: Rule, dimension: number): readonly { readonly a: number; readonly b: number }[] {
  if (rule.kind === 'allOf' || rule.kind === 'anyOf')
    return rule.nodes.flatMap((node) => quotas(node, dimension));
  return rule.kind === 'quota' && rule.dimension === dimension ? [rule.share] : [];
}

const OWN = /^(Title of \w+): (.+) Before: (.+)$/;

/** The same of the sentences on how i itself holds each profile against the default, all that is told behind seals. */
export function faultsOfOwn(
  { before, after }: Turn[Basis],
  i: number,
  said: readonly string[],
): readonly string[] {
  const due = new Map<string, { readonly was: string; readonly is: string }>(
    rivals(after).flatMap((x) => {
      const [was, is] = [readingOf(before, i, x), readingOf(after, i, x)];
      return was === is ? [] : [[`Title of ${at(after.negotiation.profiles, x).id}`, { was, is }] as const];
    }),
  );
  if (due.size === 0) return said.join() === preview.ownSame ? [] : [`instead of nothing: ${said.join(' ')}`];
  const faults = said.flatMap((sentence) => {
    const [, title = '', now, then] = OWN.exec(sentence) ?? [];
    const right = due.get(title);
    due.delete(title);
    return right !== undefined && now === right.is && then === right.was ? [] : [`untrue: ${sentence}`];
  });
  return [...faults, ...[...due.keys()].map((title) => `untold: ${title}`)];
}

function readingOf(standing: Standing, i: number, x: number): string {
  const { d } = standing;
  // A score that was stated has a best guess.
  if (standing.score(i, x).best === null || standing.score(i, d).best === null) return preview.unknown;
  const stance = STANCES.find((each) => standing.strictly(each, i, x, d));
  if (stance !== undefined) return readings[stance];
  return standing.strictly('necessary', i, d, x) ? readings.worse : readings.none;
}

/** Which of the keys a word of the page stands for. */
function keyOf<K extends string>(
  keys: readonly K[],
  words: Readonly<Record<NoInfer<K>, string>>,
  word: string,
): K {
  const key = keys.find((each) => words[each] === word);
  if (key === undefined) throw new Error(`nothing is called ${word}`);
  return key;
}
