import { memberSet } from './coalition';
import type { Stance } from './model';
import { satisfies } from './rule';
import type { Standing } from './standing';

/** Each member of C^s(x, d) without whom A_x fails (§4), ascending; `null` where A_x(C^s(x, d)) fails already. */
export function criticalMembers(
  { frame, support, adequate }: Standing,
  x: number,
  stance: Stance,
): number[] | null {
  if (!adequate(x, frame.default, stance)) return null;
  const members = support[x]!.members(stance);
  const set = memberSet(frame.stakeholders, frame.dimensions.length, members);
  return members.filter((member) => {
    set.remove(member);
    const fails = !satisfies(frame.rules[x]!, set);
    set.add(member);
    return fails;
  });
}
