import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { type Change, type Flip, leastChanges } from './least-change';
import { BASES, type Basis, type Negotiation, type Stance } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { verdictOf } from './testing/oracle-bar';
import { type Coalition, coalitionOf, isIn, membersOf, sizeOf, subsetsOf } from './testing/oracle-coalitions';
import { compare, type Fraction, fraction, minus, pointsText, sum } from './testing/oracle-fraction';
import { at, type Standing, standingOn } from './testing/oracle-standing';
import { REPRODUCE, runs } from './testing/property-runs';

/** The slow twin: every set of those who could change sides is tried. */
interface Sides {
  /** Who could change sides. */
  readonly candidates: Coalition;
  readonly shift: (i: number) => Fraction;
  /** Whether A_x is another once these have changed sides. */
  readonly flips: (turned: Coalition) => boolean;
}

const gainOf = (standing: Standing, stance: Stance, i: number, x: number): Fraction => {
  const gain = standing.gain(stance, i, x);
  if (gain === null) throw new Error('an undefined gain was asked for');
  return gain;
};

function leaving(standing: Standing, stance: Stance, x: number): Sides {
  const coalition = standing.preferring(stance, x, standing.d);
  return {
    candidates: coalition,
    shift: (i) => gainOf(standing, stance, i, x),
    flips: (turned) => !standing.bringsAbout(x, coalition & ~turned),
  };
}

function joining(standing: Standing, stance: Stance, x: number): Sides {
  const coalition = standing.preferring(stance, x, standing.d);
  return {
    candidates: coalitionOf(
      standing.stakeholders.filter((i) => !isIn(i, coalition) && standing.gain(stance, i, x) !== null),
    ),
    shift: (i) => minus(fraction(1), gainOf(standing, stance, i, x)),
    flips: (turned) => standing.bringsAbout(x, coalition | turned),
  };
}

function best(sides: Sides, order: (a: Coalition, b: Coalition) => number): Coalition | null {
  return subsetsOf(sides.candidates)
    .filter(sides.flips)
    .reduce<Coalition | null>((least, set) => (least === null || order(set, least) < 0 ? set : least), null);
}

function faultsOf(standing: Standing, x: number, flip: Flip, sides: Sides): readonly string[] {
  const shiftOf = (set: Coalition) => sum(membersOf(set).map(sides.shift));
  const byShift = (a: Coalition, b: Coalition) => compare(shiftOf(a), shiftOf(b));
  const bySize = (a: Coalition, b: Coalition) => sizeOf(a) - sizeOf(b);
  const fewest = best(sides, (a, b) => bySize(a, b) || byShift(a, b));
  const cheapest = best(sides, (a, b) => byShift(a, b) || bySize(a, b));
  const judged = (told: Change | null, least: Coalition | null, which: string): string[] => {
    if (told === null || least === null) return told === least ? [] : [`${which}: one of them found none`];
    const ids = standing.negotiation.stakeholders.map(({ id }) => id);
    const members = told.turns.map(({ stakeholder }) => ids.indexOf(stakeholder));
    const turned = coalitionOf(members);
    const faults: string[] = [];
    if ((turned & ~sides.candidates) !== 0) faults.push('somebody cannot change sides');
    if (!sides.flips(turned)) faults.push('they do not suffice');
    if (!told.proven) faults.push('so few must always be proven');
    if (told.turns.length !== sizeOf(least)) faults.push(`${told.turns.length}, not ${sizeOf(least)}`);
    if (told.shift !== pointsText(shiftOf(least))) faults.push(`${told.shift}, not that of the least`);
    if (told.shift !== pointsText(shiftOf(turned))) faults.push(`${told.shift}, not the sum`);
    told.turns.forEach((each, k) => {
      const i = at(members, k);
      const end = { necessary: 'low', expected: 'best', possible: 'high' } as const;
      const other = { necessary: 'high', expected: 'best', possible: 'low' } as const;
      const own = standing.score(i, x)[end[flip.stance]] ?? fraction(-1);
      const rival = standing.score(i, standing.d)[other[flip.stance]] ?? fraction(-1);
      if (each.gain !== pointsText(gainOf(standing, flip.stance, i, x))) faults.push('another gain');
      if (each.shift !== pointsText(sides.shift(i))) faults.push('another shift');
      if (each.score !== pointsText(own)) faults.push('another score');
      if (each.scoreOfDefault !== pointsText(rival)) faults.push('another score of the default');
    });
    return faults.map((fault) => `${which}: ${fault}`);
  };
  return [...judged(flip.fewest, fewest, 'fewest'), ...judged(flip.leastShift, cheapest, 'least shift')];
}

const STRONGEST = { clears: 'necessary', leans: 'expected', 'within-reach': 'possible' } as const;

function agrees(negotiation: Negotiation, basis: Basis): void {
  const standing = standingOn(negotiation, basis);
  const told = leastChanges(negotiation, basis);
  const all = standing.profiles.filter((x) => x !== standing.d);
  expect(told.map(({ profile }) => profile)).toEqual(all.map((x) => at(negotiation.profiles, x).id));
  all.forEach((x, k) => {
    const { falls, joins } = at(told, k);
    const verdict = verdictOf(standing, x);
    expect(falls?.stance ?? null).toBe(verdict === 'out-of-reach' ? null : STRONGEST[verdict]);
    if (falls !== null) expect(faultsOf(standing, x, falls, leaving(standing, falls.stance, x))).toEqual([]);
    for (const stance of ['necessary', 'expected'] as const) {
      const flip = joins[stance];
      const holds = standing.bringsAbout(x, standing.preferring(stance, x, standing.d));
      expect(flip === null).toBe(holds);
      if (flip !== null) expect(faultsOf(standing, x, flip, joining(standing, stance, x))).toEqual([]);
    }
  });
}

describe(`the least change that flips a verdict (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('is, by either measure, what trying every set of stakeholders finds', () => {
    fc.assert(fc.property(negotiations(), fc.constantFrom(...BASES), agrees), runs(800));
  });

  it('is so in close contests', () => {
    const contested = negotiations({ stakeholders: 8, profiles: 3, criteria: 2, contested: true });
    fc.assert(fc.property(contested, fc.constantFrom(...BASES), agrees), runs(300));
  });

  it('says of joiners and of leavers what the result says in its gap and its resilience', () => {
    fc.assert(
      fc.property(negotiations(), (negotiation) => {
        const { profiles } = aggregate(negotiation, { basis: 'stated' });
        for (const { profile, falls, joins } of leastChanges(negotiation, 'stated')) {
          const row = profiles.find(({ id }) => id === profile);
          for (const stance of ['necessary', 'expected'] as const) {
            const joiners = joins[stance]?.leastShift?.turns.map(({ stakeholder }) => stakeholder);
            expect(joiners).toEqual(row?.gap?.[stance]?.leastShift?.joiners);
          }
          if (falls !== null) expect(falls.fewest?.turns.length).toBe(row?.resilience?.[falls.stance]);
        }
      }),
      runs(300),
    );
  });
});
