import { type Coalition, coalitionOf, isIn, satisfies, subsetsOf } from './oracle-coalitions';
import type { Standing } from './oracle-standing';

/** §4, "Ratification": the union of all sets of pledgers in which every member's condition holds. */
export function ratifiersOf({ negotiation }: Standing, x: number): Coalition {
  const pledges = negotiation.pledges.filter((pledge) => pledge.profile === x);
  const pledgers = coalitionOf(pledges.map((pledge) => pledge.stakeholder));
  const holdTogether = subsetsOf(pledgers).filter((set) =>
    pledges.every(
      ({ stakeholder, condition }) =>
        !isIn(stakeholder, set) || condition === null || satisfies(negotiation, condition, set),
    ),
  );
  return holdTogether.reduce((all, set) => all | set, 0);
}
