import type { AggregationResult, Joiners, Negotiation } from '../model';
import { coalitionOf, isIn } from './oracle-coalitions';
import { fraction, minus, pointsText, sum } from './oracle-fraction';
import { at, type Standing, standingOn } from './oracle-standing';

/**
 * What is wrong with the joiners that a result names (§4, "Gap to the bar"), a sentence each. Which of several
 * equally good sets is named is free; that it closes the gap, at the count and shift told, in the file's order,
 * is not.
 */
export function faultsOfJoiners(negotiation: Negotiation, result: AggregationResult): readonly string[] {
  const standing = standingOn(negotiation, result.basis);
  return result.profiles.flatMap((profile, x) =>
    (['necessary', 'expected'] as const).flatMap((stance) => {
      const gap = profile.gap?.[stance];
      if (gap === null || gap === undefined) return [];
      return [gap.leastShift, gap.fewestJoiners]
        .filter((named) => named !== null)
        .flatMap((named) => faultsOf(standing, stance, x, named))
        .map((fault) => `${profile.id}, ${stance}: ${fault}`);
    }),
  );
}

function faultsOf(
  standing: Standing,
  stance: 'necessary' | 'expected',
  x: number,
  { joiners, count, shift }: Joiners,
): readonly string[] {
  if (typeof joiners === 'number') return ['the joiners are not listed'];
  const all = standing.negotiation.stakeholders.map(({ id }) => id);
  const members = joiners.map((id) => all.indexOf(id));
  const before = standing.preferring(stance, x, standing.d);
  const gains = members.map((i) => standing.gain(stance, i, x));
  const faults: string[] = [];
  if (members.some((i) => i < 0)) faults.push('a joiner is nobody');
  if (members.some((i) => isIn(i, before))) faults.push('a joiner is a member already');
  if (members.some((i, k) => k > 0 && i <= at(members, k - 1))) faults.push('not in the order of the file');
  if (gains.some((gain) => gain === null)) faults.push('the gain of a joiner is undefined');
  if (count !== members.length) faults.push(`${count} is not the number of joiners`);
  const total = sum(gains.map((gain) => minus(fraction(1), gain ?? fraction(0))));
  if (shift !== pointsText(total)) faults.push(`shift ${shift}, not ${pointsText(total)}`);
  if (!standing.bringsAbout(x, before | coalitionOf(members))) faults.push('they do not suffice');
  return faults;
}
