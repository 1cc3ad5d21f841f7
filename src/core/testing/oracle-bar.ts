import type { Joiners, ProfileResult, Stance, Verdict } from '../model';
import { type Coalition, coalitionOf, membersOf, sizeOf, subsetsOf } from './oracle-coalitions';
import { compare, type Fraction, fraction, minus, pointsText, sum } from './oracle-fraction';
import { at, byStance, type Standing } from './oracle-standing';

/** §4, "The bar": the first verdict that holds, for whichever score and needs `accepted` looks at. */
export function verdictBy(accepted: (stance: Stance) => boolean): Verdict {
  if (accepted('necessary')) return 'clears';
  if (accepted('expected')) return 'leans';
  return accepted('possible') ? 'within-reach' : 'out-of-reach';
}

export function verdictOf(standing: Standing, x: number): Verdict {
  return verdictBy((stance) => standing.isImprovement(stance, x, standing.d));
}

/** §4, "Critical gain": tries every gain that somebody has. */
function criticalGain(standing: Standing, stance: Stance, x: number): Fraction | null {
  const gains = standing.stakeholders.map((i) => standing.gain(stance, i, x));
  const sufficient = gains.filter(
    (g): g is Fraction =>
      g !== null &&
      standing.bringsAbout(
        x,
        coalitionOf(standing.stakeholders.filter((i) => isAtLeast(gains[i] ?? null, g))),
      ),
  );
  return sufficient.reduce<Fraction | null>(
    (most, g) => (most === null || compare(g, most) > 0 ? g : most),
    null,
  );
}

function isAtLeast(gain: Fraction | null, bound: Fraction): boolean {
  return gain !== null && compare(gain, bound) >= 0;
}

function criticalMembers(standing: Standing, x: number, coalition: Coalition): readonly number[] {
  return membersOf(coalition).filter((i) => !standing.bringsAbout(x, coalition & ~(1 << i)));
}

/** §4, "Resilience": every set of leavers is tried. */
function resilience(standing: Standing, x: number, coalition: Coalition): number {
  const sizes = subsetsOf(coalition)
    .filter((leaving) => !standing.bringsAbout(x, coalition & ~leaving))
    .map(sizeOf);
  return Math.min(...sizes);
}

type Shifts = (coalition: Coalition) => Fraction;

function least(
  sets: readonly Coalition[],
  order: (a: Coalition, b: Coalition) => number,
): Coalition | undefined {
  return sets.reduce<Coalition | undefined>(
    (found, set) => (found === undefined || order(set, found) < 0 ? set : found),
    undefined,
  );
}

/** §4, "Gap to the bar": every set of candidates is tried. `null` where x clears under the stance. */
function gapTo(
  standing: Standing,
  stance: 'necessary' | 'expected',
  x: number,
): NonNullable<ProfileResult['gap']>['necessary'] {
  const coalition = standing.preferring(stance, x, standing.d);
  if (standing.bringsAbout(x, coalition)) return null;
  const candidates = standing.stakeholders.filter(
    (i) => (coalition >> i) % 2 === 0 && standing.gain(stance, i, x) !== null,
  );
  const shift: Shifts = (set) =>
    sum(membersOf(set).map((i) => minus(fraction(1), standing.gain(stance, i, x) ?? fraction(0))));
  const sufficient = subsetsOf(coalitionOf(candidates)).filter((set) =>
    standing.bringsAbout(x, coalition | set),
  );
  const byShift = (a: Coalition, b: Coalition): number => compare(shift(a), shift(b));
  const bySize = (a: Coalition, b: Coalition): number => sizeOf(a) - sizeOf(b);
  const row = (set: Coalition | undefined): Joiners | null =>
    set === undefined
      ? null
      : {
          joiners: membersOf(set).map((i) => at(standing.negotiation.stakeholders, i).id),
          count: sizeOf(set),
          shift: pointsText(shift(set)),
          proven: true,
        };
  return {
    leastShift: row(least(sufficient, (a, b) => byShift(a, b) || bySize(a, b))),
    fewestJoiners: row(least(sufficient, (a, b) => bySize(a, b) || byShift(a, b))),
    silentSuffice: standing.bringsAbout(x, coalition | standing.silent),
  };
}

/** What §4 says of a profile against the default. */
export function againstDefault(
  standing: Standing,
  x: number,
): Pick<ProfileResult, 'criticalGain' | 'coalition' | 'worseOff' | 'criticalMembers' | 'resilience' | 'gap'> {
  const { d, negotiation } = standing;
  const ids = (members: readonly number[]): readonly string[] =>
    members.map((i) => at(negotiation.stakeholders, i).id);
  const coalition = byStance((stance) => standing.preferring(stance, x, d));
  const whereAdequate = <T>(stance: Stance, value: (coalition: Coalition) => T): T | null =>
    standing.bringsAbout(x, coalition[stance]) ? value(coalition[stance]) : null;
  return {
    criticalGain: byStance((stance) => {
      const g = criticalGain(standing, stance, x);
      return g === null ? null : pointsText(g);
    }),
    coalition: byStance((stance) => ids(membersOf(coalition[stance]))),
    worseOff: byStance((stance) => ids(membersOf(standing.preferring(stance, d, x)))),
    criticalMembers: byStance((stance) =>
      whereAdequate(stance, (members) => ids(criticalMembers(standing, x, members))),
    ),
    resilience: byStance((stance) => whereAdequate(stance, (members) => resilience(standing, x, members))),
    gap: { necessary: gapTo(standing, 'necessary', x), expected: gapTo(standing, 'expected', x) },
  };
}
