import type { Coalition } from './coalition';
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
  const rule = frame.rules[x]!;
  const all = support[x]!.coalition(stance);
  let without = -1;
  const others: Coalition = {
    count: all.count - 1,
    weight: (dimension) => all.weight(dimension) - frame.columns[dimension]![without]!,
    has: (stakeholder) => stakeholder !== without && all.has(stakeholder),
  };
  return support[x]!.members(stance).filter((member) => {
    without = member;
    return !satisfies(rule, others);
  });
}
