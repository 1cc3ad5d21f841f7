import { showValue } from '@/negotiation/file/show';

/** What a column of a ballots table holds: one of these, or an end of a profile's score. */
export const STAKEHOLDER = -1;
export const AT = -2;
export const PROVISIONAL = -3;
export const ABSTAIN = -4;

const OWN = new Map([
  ['stakeholder', STAKEHOLDER],
  ['at', AT],
  ['provisional', PROVISIONAL],
  ['abstain', ABSTAIN],
]);

const OTHERS = 'besides ids of profiles a column is called stakeholder, at, provisional or abstain';

/** Ends of a score; `POINTS` is one number for all three. */
const ENDS = ['low', 'best', 'high'] as const;
export const POINTS = 3;

/** The columns of a table (docs/ballots-table.md), in their order. */
export interface Layout {
  readonly names: readonly string[];
  /** By column: one of the four above, or 4 · profile + end. */
  readonly roles: Int32Array;
}

export type Fault = (column: string, message: string) => void;

/** Judges the columns that a table names; `null` where they are refused. */
export function layoutOf(
  names: readonly string[],
  profiles: ReadonlyMap<string, number>,
  fault: Fault,
): Layout | null {
  const roles = new Int32Array(names.length);
  const first = new Map<string, number>();
  let sound = true;
  const refuse = (name: string, message: string) => {
    fault(name, message);
    sound = false;
  };
  for (const [column, name] of names.entries()) {
    const role = roleOf(name, profiles);
    if (role === null) refuse(name, `no profile has the id ${showValue(name)}; ${OTHERS}`);
    else roles[column] = role;
    const before = first.get(name);
    if (before === undefined) first.set(name, column);
    else refuse(name, `names column ${column + 1} as well as column ${before + 1}`);
  }
  for (const name of ['stakeholder', 'at']) if (!first.has(name)) refuse(name, 'the column is missing');
  for (const [id] of profiles) {
    const given = ENDS.filter((end) => first.has(`${id}:${end}`));
    const missing = ENDS.filter((end) => !given.includes(end)).map((end) => `${id}:${end}`);
    if (given.length > 0 && missing.length > 0)
      refuse(
        `${id}:${given[0]}`,
        `goes with ${missing.join(' and ')}, which ${missing.length > 1 ? 'are' : 'is'} missing`,
      );
    if (given.length > 0 && first.has(id) && !OWN.has(id))
      refuse(id, `stands beside ${id}:${given[0]}; one of them is wanted`);
  }
  return sound ? { names, roles } : null;
}

/** `race` holds one number for low, best and high; `race:low`, `race:best` and `race:high` hold one each. */
function roleOf(name: string, profiles: ReadonlyMap<string, number>): number | null {
  const own = OWN.get(name);
  if (own !== undefined) return own;
  const whole = profiles.get(name);
  if (whole !== undefined) return 4 * whole + POINTS;
  const colon = name.lastIndexOf(':');
  const profile = profiles.get(name.slice(0, Math.max(0, colon)));
  const end = ENDS.findIndex((known) => known === name.slice(colon + 1));
  return profile === undefined || end < 0 ? null : 4 * profile + end;
}
