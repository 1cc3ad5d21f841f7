import type { AggregationResult, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { forNaming, verdictRank } from './best-first';
import { compare, fractionOf } from './exact-text';
import { missing } from './gap';
import { type Message, message } from './message';
import { countOf, type Subject, subjectOf } from './subject';
import { supporters, supportOf } from './support';

/**
 * The standing in one sentence (product.md §3): what clears the bar and why; where nothing does, what is nearest
 * and what it lacks. Only adoptable profiles: the others rival nothing (aggregation.md §1).
 */
export function standingSentence(file: NegotiationFile, result: AggregationResult): Message {
  const subject = subjectOf(file, result);
  const asksForBriefings = (file.briefings ?? []).some(({ required }) => required === true);
  if (countOf(result.silent) === subject.n)
    return message('standing.silent', {
      total: subject.n,
      basis: asksForBriefings ? result.basis : 'stated',
    });
  const rivals = rivalsOf(subject);
  const clearing = rivals.filter(({ verdict }) => verdict === 'clears');
  const [first, ...others] = clearing;
  if (first !== undefined && others.length === 0) {
    return message('standing.clears', {
      profile: subject.title(first.id),
      support: supporters(subject, first.id, 'necessary'),
      stance: message('stance.necessary'),
    });
  }
  if (first !== undefined) return several(subject, clearing);
  const nearest = nearestOf(subject, rivals);
  if (nearest === undefined) return message('standing.alone');
  return message(stateClears(subject) ? 'standing.noneButStates' : 'standing.none', {
    nearest: nearestSentence(subject, nearest),
    missing: missing(subject, nearest.id),
  });
}

/** The profiles that could be adopted, but the default. */
export function rivalsOf(subject: Subject): readonly ProfileResult[] {
  const adoptable = new Set(subject.file.profiles.filter((p) => p.adoptable !== false).map(({ id }) => id));
  return subject.result.profiles.filter(({ id, verdict }) => verdict !== 'default' && adoptable.has(id));
}

/** Whether some profile clears that is only a state: then none clears but such. */
export function stateClears({ file, result }: Subject): boolean {
  const states = new Set(file.profiles.filter(({ adoptable }) => adoptable === false).map(({ id }) => id));
  return result.profiles.some(({ id, verdict }) => verdict === 'clears' && states.has(id));
}

const MOST_SPELT_OUT = 4;

function several(subject: Subject, clearing: readonly ProfileResult[]): Message {
  const shown = forNaming(clearing, MOST_SPELT_OUT)
    .slice(0, MOST_SPELT_OUT)
    .map(({ id }) =>
      message('standing.one', {
        profile: subject.title(id),
        support: supporters(subject, id, 'necessary'),
      }),
    );
  const rest = clearing.length - shown.length;
  return message('standing.several', {
    count: clearing.length,
    profiles: { join: 'and', items: rest > 0 ? [...shown, message('list.others', { count: rest })] : shown },
    stance: message('stance.necessary'),
  });
}

/**
 * The profile nearest to the bar: the best verdict, then the least shift that is missing under `necessary`, then
 * the most supporters, then the file's order.
 */
export function nearestOf(subject: Subject, rivals: readonly ProfileResult[]): ProfileResult | undefined {
  return [...rivals].sort(
    (a, b) => verdictRank(a) - verdictRank(b) || byShift(a, b) || byMembers(subject, a, b),
  )[0];
}

function byShift(a: ProfileResult, b: ProfileResult): number {
  const [shiftA, shiftB] = [a, b].map(({ gap }) => gap?.necessary?.leastShift?.shift);
  if (shiftA === undefined || shiftB === undefined)
    return Number(shiftA === undefined) - Number(shiftB === undefined);
  return compare(fractionOf(shiftA), fractionOf(shiftB));
}

function byMembers(subject: Subject, a: ProfileResult, b: ProfileResult): number {
  return supportOf(subject, b.id, 'necessary').members - supportOf(subject, a.id, 'necessary').members;
}

function nearestSentence(subject: Subject, { id, verdict }: ProfileResult): Message {
  const profile = subject.title(id);
  const necessary = supporters(subject, id, 'necessary');
  switch (verdict) {
    case 'leans':
      return message('nearest.leans', {
        profile,
        enough: supporters(subject, id, 'expected'),
        necessary,
      });
    case 'within-reach':
      return message('nearest.within-reach', {
        profile,
        enough: supporters(subject, id, 'possible'),
        necessary,
      });
    default:
      return message('nearest.out-of-reach', {
        profile,
        enough: supporters(subject, id, 'possible'),
      });
  }
}
