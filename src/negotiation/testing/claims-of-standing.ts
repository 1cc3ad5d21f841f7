import { againstDefault, verdictOf } from '@/core/testing/oracle-bar';
import { type Coalition, membersOf, sizeOf } from '@/core/testing/oracle-coalitions';
import { compare, type Fraction, fraction, minus } from '@/core/testing/oracle-fraction';
import { at, type Standing } from '@/core/testing/oracle-standing';
import type { Message } from '../explain/message';
import { faultOfGap, Sides } from './claims-of-gap';
import { countsOf } from './claims-of-why';
import { firstOf, idOf, inside, number, text } from './reading';

const BEST_FIRST = ['clears', 'leans', 'within-reach', 'out-of-reach'] as const;

/** Profiles that could be adopted, but the default, by index. */
export function rivalsIn({ adoptable, d }: Standing): readonly number[] {
  return adoptable.filter((x) => x !== d);
}

/** What is wrong with the sentence that says where a negotiation stands. */
export function faultOfStanding(standing: Standing, said: Message): string | null {
  const rivals = rivalsIn(standing);
  const clearing = rivals.filter((x) => verdictOf(standing, x) === 'clears');
  const everyone = standing.stakeholders.length;
  const allSilent = sizeOf(standing.silent) === everyone;
  switch (said.key) {
    case 'standing.silent':
      return allSilent && number(said, 'total') === everyone ? null : 'somebody has spoken';
    case 'standing.alone':
      return rivals.length === 0 ? null : 'there is something to adopt';
    case 'standing.clears': {
      const [x, ...others] = clearing;
      if (x === undefined || others.length > 0) return 'not one alone clears';
      return isOf(standing, x, said) && supports(standing, x, 'necessary', inside(said, 'support'))
        ? null
        : 'of another, or with other numbers';
    }
    case 'standing.several':
      return faultOfSeveral(standing, clearing, said);
    case 'standing.none':
    case 'standing.noneButStates': {
      if (allSilent || clearing.length > 0) return 'it is not so that none clears';
      const states = standing.profiles.filter((x) => x !== standing.d && !rivals.includes(x));
      const some = states.some((x) => verdictOf(standing, x) === 'clears');
      if (some !== (said.key === 'standing.noneButStates')) return 'a state clears, or none does';
      return faultOfNearest(standing, rivals, said);
    }
    default:
      return `${said.key} is a sentence that nobody has read`;
  }
}

function faultOfSeveral(standing: Standing, clearing: readonly number[], said: Message): string | null {
  if (clearing.length < 2 || number(said, 'count') !== clearing.length) return 'not so many clear';
  const listed = said.values['profiles'];
  if (typeof listed !== 'object' || !('join' in listed)) return 'no list';
  const isCut = listed.items.some((item) => typeof item !== 'string' && item.key === 'list.others');
  const order = toName(standing, clearing, isCut ? 1 : 0);
  let named = 0;
  for (const item of listed.items) {
    if (typeof item === 'string') return 'a profile without words';
    if (item.key === 'list.others') {
      named += number(item, 'count');
      continue;
    }
    const x = order[named];
    if (x === undefined || !isOf(standing, x, item)) return 'others clear';
    if (!supports(standing, x, 'necessary', inside(item, 'support'))) return 'other numbers';
    named += 1;
  }
  return named === clearing.length ? null : 'not all are told';
}

function faultOfNearest(standing: Standing, rivals: readonly number[], said: Message): string | null {
  const nearest = inside(said, 'nearest');
  const x = rivals.find((each) => isOf(standing, each, nearest));
  if (x === undefined) return 'the nearest could not be adopted';
  if (!isNearest(standing, x, rivals)) return 'another is nearer';
  const verdict = verdictOf(standing, x);
  if (nearest.key !== `nearest.${verdict}`) return 'another verdict';
  const enough = verdict === 'leans' ? 'expected' : 'possible';
  if (!supports(standing, x, enough, inside(nearest, 'enough'))) return 'other numbers';
  if (verdict !== 'out-of-reach' && !supports(standing, x, 'necessary', inside(nearest, 'necessary')))
    return 'other numbers under necessary';
  return faultOfMissing(standing, x, inside(said, 'missing'));
}

/** What is wrong with "To clear the bar: …". */
export function faultOfMissing(standing: Standing, x: number, said: Message): string | null {
  return faultOfGap(new Sides(standing, x, 'necessary', 'joins'), inside(said, 'sentence'));
}

/** No other has a better verdict, nor with the same one a lesser shift to make up, nor with the same more supporters. */
export function isNearest(standing: Standing, x: number, among: readonly number[]): boolean {
  const mine = nearness(standing, x);
  return among.every((other) => other === x || order(mine, nearness(standing, other)) <= 0);
}

interface Nearness {
  readonly verdict: number;
  readonly shift: Fraction | null;
  readonly supporters: number;
}

function nearness(standing: Standing, x: number): Nearness {
  const shift = againstDefault(standing, x).gap?.necessary?.leastShift?.shift ?? null;
  const [top = '0', bottom = '1'] = (shift ?? '').split('/');
  return {
    verdict: BEST_FIRST.indexOf(verdictOf(standing, x)),
    shift: shift === null ? null : fraction(BigInt(top), BigInt(bottom)),
    supporters: sizeOf(standing.preferring('necessary', x, standing.d)),
  };
}

/** Negative: a is nearer. Where nobody's joining would do, it is farther than where it would. */
function order(a: Nearness, b: Nearness): number {
  if (a.verdict !== b.verdict) return a.verdict - b.verdict;
  if (a.shift === null || b.shift === null) {
    const farther = Number(a.shift === null) - Number(b.shift === null);
    return farther || b.supporters - a.supporters;
  }
  return compare(a.shift, b.shift) || b.supporters - a.supporters;
}

/** Of those that clear the one that comes first: recommended, then by critical gain. */
export function leadsAmong(
  standing: Standing,
  x: number,
  clearing: readonly number[],
  recommended: (x: number) => boolean,
): boolean {
  const gain = (each: number) => gainOf(standing, each);
  return clearing.every((other) => {
    if (recommended(other) !== recommended(x)) return recommended(x);
    return compare(minus(gain(x), gain(other)), fraction(0)) >= 0;
  });
}

/** The critical gain of what clears. */
function gainOf(standing: Standing, x: number): Fraction {
  const [top = '0', bottom = '1'] = (againstDefault(standing, x).criticalGain?.necessary ?? '').split('/');
  return fraction(BigInt(top), BigInt(bottom));
}

/** What clears, in the order in which a sentence has to name it that leaves `others` unnamed. */
export function toName(standing: Standing, clearing: readonly number[], others: number): readonly number[] {
  if (others === 0) return clearing;
  return [...clearing].sort((a, b) => compare(minus(gainOf(standing, b), gainOf(standing, a)), fraction(0)));
}

export function isOf({ negotiation }: Standing, x: number, said: Message): boolean {
  return idOf(text(said, 'profile')) === at(negotiation.profiles, x).id;
}

export function supports(
  standing: Standing,
  x: number,
  stance: 'necessary' | 'expected' | 'possible',
  said: Message,
): boolean {
  return countsOf(standing, standing.preferring(stance, x, standing.d), said);
}

/** What is wrong with what a reader is told first of a standing. */
export function faultOfWarning(
  standing: Standing,
  { informed, proper }: { readonly informed: boolean; readonly proper: boolean | null },
  said: Message,
): string | null {
  const right = (is: boolean) => (is ? null : said.key);
  switch (said.key) {
    case 'warning.improper':
      return right(proper === false);
    case 'warning.properNotShown':
      return right(proper === null);
    case 'warning.informed':
      return right(informed);
    case 'warning.silent':
      return right(names(standing, standing.silent, said));
    case 'warning.provisional': {
      const provisional = standing.stakeholders.filter((i) => standing.ballots[i]?.provisional === true);
      return right(
        names(
          standing,
          provisional.reduce((set, i) => set | (1 << i), 0),
          said,
        ),
      );
    }
    default:
      return `${said.key} is a sentence that nobody has read`;
  }
}

function names({ negotiation }: Standing, coalition: Coalition, said: Message): boolean {
  const ids = membersOf(coalition).map((i) => at(negotiation.stakeholders, i).id);
  const { first, others } = firstOf(said, 'names');
  return (
    ids.length > 0 &&
    number(said, 'count') === ids.length &&
    first.length + others === ids.length &&
    first.every((name, k) => idOf(name) === ids[k])
  );
}
