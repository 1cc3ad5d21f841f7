import { STEPS } from './covering/budget';
import { canonical, coverOf } from './covering/candidates';
import { leaving } from './covering/cover-tree';
import { solve } from './covering/solve';
import type { Stance } from './model';
import type { Standing } from './standing';

/**
 * The fewest members of C^s(x, d) whose leaving makes A_x fail (§4): a covering problem in which every member
 * costs nothing but its leaving. `null` where A_x(C^s(x, d)) fails already; an upper bound, told as such, where
 * the budget ended before the proof. Everyone's leaving always suffices: the empty coalition is not adequate.
 */
export function resilience(
  { frame, support, adequate }: Standing,
  x: number,
  stance: Stance,
): number | { readonly atMost: number } | null {
  if (!adequate(x, frame.default, stance)) return null;
  const members = canonical(
    frame,
    support[x]!.members(stance).map((stakeholder) => ({ stakeholder, shift: 0, denominator: 1 })),
  );
  const number = new Int32Array(frame.stakeholders.length).fill(-1);
  members.forEach(({ stakeholder }, candidate) => {
    number[stakeholder] = candidate;
  });
  const tree = leaving(frame.rules[x]!, support[x]!.coalition(stance), number);
  const everyone = members.map((_, candidate) => candidate);
  const found = solve(coverOf(frame, members), tree, everyone, 'count', { left: STEPS });
  if (found === null) throw new Error('a rule that the empty coalition satisfies was not refused');
  return found.proven ? found.chosen.length : { atMost: found.chosen.length };
}
