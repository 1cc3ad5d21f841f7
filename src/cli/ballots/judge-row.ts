import { type Check, Faults } from '@/negotiation/file/check';
import { boolean, instant, number, reference } from '@/negotiation/file/check-scalars';
import { ABSTAIN, AT, type Fault, type Layout, POINTS, PROVISIONAL, STAKEHOLDER } from './layout';
import type { Row } from './row';
import type { Target } from './target';

const points = number(0, 100, 2);
const ENDS = ['low', 'best', 'high'] as const;

/**
 * Judges one row of a table value by value, in the words of the negotiation file, and casts its ballot. The slow twin
 * of whatever reads rows quickly: it alone knows what is wrong.
 *
 * @param value the value in a column as the negotiation file would hold it; `undefined` where the cell is empty.
 */
export function judgeRow(
  layout: Layout,
  value: (column: number) => unknown,
  target: Target,
  fault: Fault,
): void {
  let sound = true;
  const refuse: Fault = (column, message) => {
    fault(column, message);
    sound = false;
  };
  const { stakeholder, at, abstains, scored } = valuesOf(layout, value, target, refuse);
  if (!sound) return;
  const { row } = target;
  if (abstains) {
    if (scored !== null) refuse(scored, 'an abstention has no scores');
    else target.cast({ stakeholder, at, abstain: true, ...(row.provisional && { provisional: true }) });
    return;
  }
  if (scored === null) {
    refuse('stakeholder', 'no score; an abstention says true under abstain, whoever is silent has no row');
  }
  for (const [id, x] of target.profiles) inOrder(row, id, x, refuse);
  if (!sound) return;
  row.close();
  target.castRow(target.stakeholders.get(stakeholder) ?? -1, at);
}

/** Writes the scores into the target's row and gives the rest; `scored` is the first column with a score. */
function valuesOf(
  { names, roles }: Layout,
  value: (column: number) => unknown,
  { row, stakeholders }: Target,
  refuse: Fault,
) {
  const checked = <T>(column: number, check: Check<T>): T | undefined => {
    const faults = new Faults();
    const outcome = check(value(column), faults);
    for (const { message } of faults.list) refuse(names[column] ?? '', message);
    return outcome;
  };
  const given = <T>(column: number, check: Check<T>): T | undefined => {
    if (value(column) !== undefined) return checked(column, check);
    refuse(names[column] ?? '', 'is empty');
    return undefined;
  };
  const optional = <T>(column: number, check: Check<T>): T | undefined =>
    value(column) === undefined ? undefined : checked(column, check);
  row.clear();
  let [stakeholder, at, abstains] = ['', '', false];
  let scored: string | null = null;
  for (const [column, role] of roles.entries()) {
    if (role === STAKEHOLDER) stakeholder = given(column, reference(stakeholders, 'stakeholder')) ?? '';
    else if (role === AT) at = given(column, instant) ?? '';
    else if (role === PROVISIONAL) row.provisional = optional(column, boolean) ?? false;
    else if (role === ABSTAIN) abstains = optional(column, boolean) ?? false;
    else {
      const found = optional(column, points);
      if (found === undefined) continue;
      scored ??= names[column] ?? '';
      row.put(role >> 2, role & POINTS, Math.round(found * 100));
    }
  }
  return { stakeholder, at, abstains, scored };
}

/** A score is given whole or not at all, and low ≤ best ≤ high. */
function inOrder(row: Row, id: string, x: number, refuse: Fault): void {
  const ends = [row.low[x]! / 100, row.best[x]! / 100, row.high[x]! / 100] as const;
  const missing = ENDS.filter((_, end) => ends[end]! < 0);
  if (missing.length === ENDS.length) return;
  const [low, best, high] = ends;
  if (missing.length > 0) refuse(`${id}:${missing[0]}`, 'is empty, and the other ends of the score are not');
  else if (low > best) refuse(`${id}:low`, `low ${low} is above best ${best}`);
  else if (best > high) refuse(`${id}:best`, `best ${best} is above high ${high}`);
}
