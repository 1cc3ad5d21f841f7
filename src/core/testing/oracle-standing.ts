import type { Ballot, Basis, Negotiation, Stance } from '../model';
import { type Adequacy, adequacy, type Coalition, coalitionOf, subsetsOf } from './oracle-coalitions';
import type { Fraction } from './oracle-fraction';
import { countedBallot, isSilent, type Score, scoreOn } from './oracle-scores';
import { gain, strictly, weakly } from './oracle-stances';

/** A negotiation seen on one basis: who says what, and which coalitions can bring which profile about. */
export interface Standing {
  readonly negotiation: Negotiation;
  readonly ballots: readonly (Ballot | null)[];
  readonly silent: Coalition;
  readonly stakeholders: readonly number[];
  readonly profiles: readonly number[];
  readonly adoptable: readonly number[];
  /** Index of the default profile. */
  readonly d: number;
  /** A, without needs. */
  readonly isAdequate: Adequacy;
  score(i: number, x: number): Score;
  /** A_x. */
  bringsAbout(x: number, coalition: Coalition): boolean;
  strictly(stance: Stance, i: number, x: number, y: number): boolean;
  weakly(stance: Stance, i: number, x: number, y: number): boolean;
  /** C^s(x, y). */
  preferring(stance: Stance, x: number, y: number): Coalition;
  /** Some coalition all of whose members strictly prefer x to y can bring x about: §4, literally. */
  isImprovement(stance: Stance, x: number, y: number): boolean;
  gain(stance: Stance, i: number, x: number): Fraction | null;
}

export function standingOn(negotiation: Negotiation, basis: Basis): Standing {
  const stakeholders = negotiation.stakeholders.map((_, i) => i);
  const profiles = negotiation.profiles.map((_, x) => x);
  const ballots = stakeholders.map((i) => countedBallot(negotiation, basis, i));
  const table = ballots.map((ballot) => profiles.map((x) => scoreOn(ballot, x)));
  const adequacies = negotiation.profiles.map((profile) => adequacy(negotiation, profile.needs));
  const d = negotiation.profiles.findIndex((profile) => profile.isDefault);

  const score = (i: number, x: number): Score => at(at(table, i), x);
  const bringsAbout = (x: number, coalition: Coalition): boolean => at(adequacies, x)(coalition);
  const prefersStrictly = (stance: Stance, i: number, x: number, y: number): boolean =>
    x !== y && strictly(stance, score(i, x), score(i, y));
  const preferring = (stance: Stance, x: number, y: number): Coalition =>
    coalitionOf(stakeholders.filter((i) => prefersStrictly(stance, i, x, y)));

  return {
    negotiation,
    ballots,
    silent: coalitionOf(stakeholders.filter((i) => isSilent(at(ballots, i)))),
    stakeholders,
    profiles,
    adoptable: profiles.filter((x) => at(negotiation.profiles, x).adoptable),
    d,
    isAdequate: adequacy(negotiation, null),
    score,
    bringsAbout,
    strictly: prefersStrictly,
    weakly: (stance, i, x, y) => x === y || weakly(stance, score(i, x), score(i, y)),
    preferring,
    isImprovement: (stance, x, y) =>
      subsetsOf(preferring(stance, x, y)).some((coalition) => bringsAbout(x, coalition)),
    gain: (stance, i, x) => gain(stance, score(i, x), score(i, d)),
  };
}

/** An element that must be there: an oracle that reads past a list has a bug. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`nothing at ${index}`);
  return element;
}

export function byStance<T>(value: (stance: Stance) => T): { necessary: T; expected: T; possible: T } {
  return { necessary: value('necessary'), expected: value('expected'), possible: value('possible') };
}
