import { existsInCalendar } from '../calendar';
import { type Check, type Faults, wrong } from './check';
import { decimalOf, NumberText, scaled } from './number-text';
import { showValue } from './show';

export const boolean: Check<boolean> = (value, faults) =>
  typeof value === 'boolean' ? value : wrong(value, 'true or false', faults);

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what is looked for
const NUL = /\u0000/;

/** A text of Unicode: no half of a surrogate pair (RFC 7493) and no U+0000, neither of which can be stored. */
export const text: Check<string> = (value, faults) => {
  if (typeof value !== 'string') return wrong(value, 'a text', faults);
  if (!value.isWellFormed()) return faults.add(`${showValue(value)} has half of a surrogate pair`);
  if (NUL.test(value)) return faults.add(`${showValue(value)} has the character U+0000`);
  return value;
};

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** An id of negotiation-file.md. */
export const id: Check<string> = (value, faults) => {
  if (typeof value !== 'string') return wrong(value, 'an id', faults);
  return isId(value) ? value : faults.add(`${showValue(value)} does not match ${ID.source.slice(1, -1)}`);
};

const THREAT_ID = /^[a-z0-9][a-z0-9._-]{0,63}\/[a-z0-9][a-z0-9._-]{0,63}$/;
export const isThreatId = (value: unknown): value is string =>
  typeof value === 'string' && THREAT_ID.test(value);

/** The id of a threat that a negotiation adds: `word/word`. */
export const threatId: Check<string> = (value, faults) =>
  isThreatId(value) ? value : wrong(value, 'of the form word/word, as other/lock-in', faults);

/** A reference: the id of one of `known`. */
export function reference(known: { has(id: string): boolean }, what: string): Check<string> {
  return (value, faults) => {
    if (typeof value !== 'string') return wrong(value, `the id of a ${what}`, faults);
    return known.has(value) ? value : faults.add(`no ${what} has the id ${showValue(value)}`);
  };
}

/** A number within bounds, exactly: of hundredths where `places` is 2 (gives points), or an integer. */
export function number(least: number, most: number, places: 0 | 2): Check<number> {
  const unit = places === 2 ? 100 : 1;
  return (value, faults) => {
    if (typeof value === 'number' && value >= least && value <= most && isExact(value, unit)) return value;
    if (typeof value !== 'number' && !(value instanceof NumberText))
      return wrong(value, places === 2 ? 'a number' : 'an integer', faults);
    const decimal = decimalOf(value);
    if (decimal === null) return wrong(value, 'a number', faults);
    if (decimal.negative && decimal.digits === '')
      return faults.add(`${showValue(value)} is a negative zero, not 0`);
    const units = scaled(decimal, places);
    if (units === 'fine') {
      return places === 2
        ? faults.add(`${showValue(value)} has more than two decimals`)
        : wrong(value, 'an integer', faults);
    }
    if (units < least * unit) return faults.add(`${showValue(value)} is below ${least}`);
    if (units > most * unit) return faults.add(`${showValue(value)} is above ${most}`);
    return units / unit;
  };
}

/** The usual case, quickly: a double is the nearest to a decimal of hundredths exactly when it survives this. */
function isExact(value: number, unit: number): boolean {
  return Math.round(value * unit) / unit === value && !Object.is(value, -0);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** RFC 3339 in UTC with three decimals and `Z`: instants compare as texts. */
export const instant: Check<string> = (value, faults) => {
  if (typeof value !== 'string' || !INSTANT.test(value)) {
    return wrong(value, 'an instant of the form 2026-01-31T12:00:00.000Z', faults);
  }
  return existsInCalendar(value) ? value : faults.add(`${showValue(value)} does not exist in the calendar`);
};

/** Notes every element that stands in the list already. */
export function distinct(values: readonly string[], faults: Faults): boolean {
  const seen = new Map<string, number>();
  let sound = true;
  for (const [index, value] of values.entries()) {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, index);
    else sound = faults.add(`${showValue(value)} is listed twice`, index) ?? false;
  }
  return sound;
}
