import { memberSet } from './coalition';
import type { Frame } from './frame';
import type { Negotiation } from './model';
import { compileRule, satisfies } from './rule';

export interface Ratification {
  /** The largest set of pledgers in which every condition holds, ascending. */
  readonly ratifiers: readonly number[];
  readonly ratified: boolean;
}

/** Ratification of x (§4): strikes whoever's condition the present set fails, until nobody is struck. */
export function ratification(frame: Frame, pledges: Negotiation['pledges'], x: number): Ratification {
  let standing = pledges
    .filter(({ profile }) => profile === x)
    .map(({ stakeholder, condition }) => ({
      stakeholder,
      condition: condition === null ? null : compileRule(condition, frame.electorate),
    }));
  const set = memberSet(
    frame.stakeholders,
    frame.dimensions.length,
    standing.map(({ stakeholder }) => stakeholder),
  );
  for (;;) {
    const kept = standing.filter(({ condition }) => condition === null || satisfies(condition, set));
    if (kept.length === standing.length) break;
    const keeping = new Set(kept.map(({ stakeholder }) => stakeholder));
    for (const { stakeholder } of standing) if (!keeping.has(stakeholder)) set.remove(stakeholder);
    standing = kept;
  }
  return {
    ratifiers: standing.map(({ stakeholder }) => stakeholder).sort((a, b) => a - b),
    ratified: satisfies(frame.rules[x]!, set),
  };
}
