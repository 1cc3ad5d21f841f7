import { satisfies } from './coalition';
import type { RuleNode } from './file/model';
import type { NegotiationState } from './state';

interface Pledged {
  readonly stakeholder: string;
  readonly condition: RuleNode | null;
}

/** How the ratifying set of a profile forms (aggregation.md §4). */
export interface Ratifying {
  /** The largest set of pledgers in which every condition holds, in the order given. */
  readonly standing: readonly string[];
  /** Who was struck, and in which round their condition failed: 1 is the first. */
  readonly struck: readonly { readonly stakeholder: string; readonly round: number }[];
}

/** Strikes whoever's condition the present set fails, round by round, until nobody is struck. The core's result is its twin. */
export function ratifying(
  { stakeholders }: Pick<NegotiationState, 'stakeholders'>,
  pledges: readonly Pledged[],
): Ratifying {
  const struck: { stakeholder: string; round: number }[] = [];
  let left = pledges;
  for (let round = 1; ; round += 1) {
    const set = new Set(left.map(({ stakeholder }) => stakeholder));
    const holds = ({ condition }: Pledged) => condition === null || satisfies(condition, stakeholders, set);
    const failing = left.filter((pledge) => !holds(pledge));
    if (failing.length === 0) break;
    struck.push(...failing.map(({ stakeholder }) => ({ stakeholder, round })));
    left = left.filter(holds);
  }
  return { standing: left.map(({ stakeholder }) => stakeholder), struck };
}
