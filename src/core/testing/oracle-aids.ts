import type { Aid, Stance } from '../model';
import { compare, type Fraction, pointsText, sum, times, ZERO } from './oracle-fraction';
import { at, type Standing } from './oracle-standing';

/** §4, "Bargaining aids". */
export function aidsOf(
  standing: Standing,
  stance: Stance,
): { readonly utilitarian: Aid | null; readonly egalitarian: Aid | null } {
  const { negotiation, d } = standing;
  const f = standing.adoptable.filter((x) => standing.isImprovement(stance, x, d));
  const k = standing.stakeholders.filter((i) => f.every((x) => standing.strictly(stance, i, x, d)));
  if (f.length === 0 || k.length === 0) return { utilitarian: null, egalitarian: null };
  const gainOf = (i: number, x: number): Fraction => standing.gain(stance, i, x) ?? ZERO;
  const weight = (i: number): number =>
    negotiation.dimensions.length === 0 ? 1 : at(at(negotiation.stakeholders, i).weights, 0);
  const inOrderOfId = [...f].sort((x, y) => (idOf(standing, x) < idOf(standing, y) ? -1 : 1));
  return {
    utilitarian: largest(standing, inOrderOfId, (x) => sum(k.map((i) => times(gainOf(i, x), weight(i))))),
    egalitarian: largest(standing, inOrderOfId, (x) =>
      k.map((i) => gainOf(i, x)).reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
    ),
  };
}

function idOf({ negotiation }: Standing, x: number): string {
  return at(negotiation.profiles, x).id;
}

function largest(standing: Standing, profiles: readonly number[], value: (x: number) => Fraction): Aid {
  const x = profiles.reduce((most, each) => (compare(value(each), value(most)) > 0 ? each : most));
  return { id: idOf(standing, x), value: pointsText(value(x)) };
}
