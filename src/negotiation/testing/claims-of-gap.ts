import type { Negotiation } from '@/core/model';
import { type Coalition, coalitionOf, isIn, sizeOf, subsetsOf } from '@/core/testing/oracle-coalitions';
import { compare, type Fraction, fraction, minus, sum } from '@/core/testing/oracle-fraction';
import { at, type Standing, standingOn } from '@/core/testing/oracle-standing';
import type { Message } from '../explain/message';
import { type End, moved } from './moved';
import { hundredths, idOf, ids, inside, items, number, text } from './reading';

/** The ends of the intervals that a stance looks at. */
const ENDS = { necessary: ['low', 'high'], expected: ['best', 'best'], possible: ['high', 'low'] } as const;

export type Told = keyof typeof ENDS;

/** One profile, under one stance, from one side: who could change sides, and what that takes. */
export class Sides {
  readonly coalition: Coalition;
  private readonly candidates: Coalition;

  constructor(
    readonly standing: Standing,
    readonly x: number,
    readonly stance: Told,
    readonly side: 'joins' | 'leaves',
  ) {
    this.coalition = standing.preferring(stance, x, standing.d);
    const others = standing.stakeholders.filter(
      (i) => !isIn(i, this.coalition) && standing.gain(stance, i, x) !== null,
    );
    this.candidates = side === 'joins' ? coalitionOf(others) : this.coalition;
  }

  flips(turned: Coalition): boolean {
    const { standing, x, coalition, side } = this;
    return side === 'joins'
      ? standing.bringsAbout(x, coalition | turned)
      : !standing.bringsAbout(x, coalition & ~turned);
  }

  shift(turned: Coalition): Fraction {
    const gains = this.standing.stakeholders.filter((i) => isIn(i, turned)).map((i) => this.gain(i));
    return sum(gains.map((gain) => (this.side === 'joins' ? minus(fraction(1), gain) : gain)));
  }

  private gain(i: number): Fraction {
    return this.standing.gain(this.stance, i, this.x) ?? fraction(0);
  }

  /** What is wrong with a set that is told as the best by one measure, with this many points in all. */
  faultOf(turned: Coalition, by: 'shift' | 'count', points: string | null): string | null {
    if ((turned & ~this.candidates) !== 0) return 'somebody cannot change sides';
    if (!this.flips(turned)) return 'they do not suffice';
    if (points !== null && !isNear(points, this.shift(turned))) return `${points} is another shift`;
    const better = subsetsOf(this.candidates).find(
      (set) => this.flips(set) && this.order(set, turned, by) < 0,
    );
    return better === undefined ? null : `a lesser ${by} would do`;
  }

  hasNone(): boolean {
    return !subsetsOf(this.candidates).some((set) => this.flips(set));
  }

  private order(a: Coalition, b: Coalition, by: 'shift' | 'count'): number {
    const [shift, count] = [compare(this.shift(a), this.shift(b)), sizeOf(a) - sizeOf(b)];
    return by === 'shift' ? shift || count : count || shift;
  }
}

/** Points as told, to two decimals, against hundredths of a point. */
function isNear(points: string, { top, bottom }: Fraction): boolean {
  const exact = Number(top) / Number(bottom);
  return Math.abs(hundredths(points).value - exact) <= 0.500_001;
}

function indexOf(negotiation: Negotiation, id: string): number {
  return negotiation.stakeholders.findIndex((each) => each.id === id);
}

/** Those who are named: as a list, or as "Name of a" alone. */
export function namedIn(negotiation: Negotiation, said: Message, name: string): Coalition {
  return coalitionOf(ids(said, name).map((id) => indexOf(negotiation, id)));
}

/** A sentence of the gap under a stance, `gap.under` taken off; `known`: those whom such sentences have named so far. */
export function faultOfGap(sides: Sides, said: Message): string | null {
  const { standing } = sides;
  switch (said.key) {
    case 'gap.least':
    case 'gap.fewest': {
      const joiners = namedIn(standing.negotiation, inside(said, 'who'), 'names');
      if (number(said, 'count') !== sizeOf(joiners)) return 'another number of joiners';
      if (inside(said, 'proof').key !== 'gap.proven') return 'so few must be proven';
      return sides.faultOf(joiners, said.key === 'gap.least' ? 'shift' : 'count', text(said, 'points'));
    }
    case 'gap.silentSuffice':
      return standing.bringsAbout(sides.x, sides.coalition | standing.silent) ? null : 'they do not';
    case 'gap.nobody':
      return sides.hasNone() ? null : 'somebody could';
    default:
      return `${said.key} is a sentence that nobody has read`;
  }
}

interface Read {
  readonly stakeholder: number;
  /** The stated ballot moved as the sentence says; a hundredth short of it; `null` where it names no score. */
  readonly done: Negotiation;
  readonly short: Negotiation | null;
}

/** Reads what one stakeholder would have to hear, and does it to its stated ballot. */
function readTurn(sides: Sides, turn: Message, from: Negotiation): Read | string {
  const { standing, x, stance, side } = sides;
  const { negotiation, d } = standing;
  const stakeholder = indexOf(negotiation, idOf(text(turn, 'name')));
  const [own, ofDefault]: readonly [End, End] = ENDS[stance];
  const end = (name: string) => inside(turn, name).key.replace('turn.', '');
  const value = (name: string) => Math.round(hundredths(text(turn, name)).value);
  if (idOf(text(turn, 'profile')) !== at(negotiation.profiles, x).id) return 'of another profile';
  const to = { profile: x, end: own, to: value('to') };
  if (turn.key === 'turn.silent') {
    if (!isIn(stakeholder, standing.silent)) return 'it is not silent';
    const done = moved(from, stakeholder, [to, { profile: d, end: ofDefault, to: 0 }]);
    return { stakeholder, done, short: null };
  }
  if (turn.key !== 'turn.score' && turn.key !== 'turn.both') return `${turn.key} names no score`;
  if (end('end') !== own || end('endOfDefault') !== ofDefault) return 'another end';
  const before = {
    own: standing.score(stakeholder, x)[own],
    other: standing.score(stakeholder, d)[ofDefault],
  };
  if (!isNear(text(turn, 'from'), before.own ?? fraction(-1))) return 'it is not from there';
  if (!isNear(text(turn, 'ofDefault'), before.other ?? fraction(-1))) return 'the default is not there';
  const other = turn.key === 'turn.both' ? [{ profile: d, end: ofDefault, to: value('toOfDefault') }] : [];
  const short = { ...to, to: to.to + (side === 'joins' ? -1 : 1) };
  return {
    stakeholder,
    done: moved(from, stakeholder, [to, ...other]),
    short: moved(from, stakeholder, other.length > 0 ? [to] : [short]),
  };
}

/** What is wrong with a turn: done, it must change the stakeholder's side, and a hundredth short of it must not. */
export function faultOfTurn(sides: Sides, turn: Message): string | null {
  const { standing, x, stance, side } = sides;
  const read = readTurn(sides, turn, standing.negotiation);
  if (typeof read === 'string') return read;
  const gains = (negotiation: Negotiation) => {
    const then = standingOn(negotiation, 'stated');
    return isIn(read.stakeholder, then.preferring(stance, x, then.d));
  };
  if (gains(read.done) !== (side === 'joins')) return 'it would not change sides';
  return read.short !== null && gains(read.short) === (side === 'joins') ? 'less would do' : null;
}

/** All the turns of a sentence done, one after another. */
export function allDone(sides: Sides, said: Message): Negotiation | string {
  const turns = items(inside(said, 'turns'), 'turns');
  let negotiation: Negotiation = sides.standing.negotiation;
  for (const turn of turns) {
    if (typeof turn === 'string') return 'a turn without words';
    const read = readTurn(sides, turn, negotiation);
    if (typeof read === 'string') return read;
    negotiation = read.done;
  }
  return negotiation;
}
