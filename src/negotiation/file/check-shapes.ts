import { type Check, type Faults, isObject, wrong } from './check';
import { showValue } from './show';

/** Combinators: they make the check of a whole from the checks of its parts. */

export interface RequiredField<T> {
  readonly check: Check<T>;
  readonly required: true;
}
export interface OptionalField<T> {
  readonly check: Check<T>;
  readonly required: false;
}
export type Shape = Readonly<Record<string, RequiredField<unknown> | OptionalField<unknown>>>;

type Made<S extends Shape> = {
  readonly [K in keyof S as S[K] extends RequiredField<unknown> ? K : never]: S[K] extends RequiredField<
    infer T
  >
    ? T
    : never;
} & {
  readonly [K in keyof S as S[K] extends OptionalField<unknown> ? K : never]?: S[K] extends OptionalField<
    infer T
  >
    ? T
    : never;
};

export const required = <T>(check: Check<T>): RequiredField<T> => ({ check, required: true });
export const optional = <T>(check: Check<T>): OptionalField<T> => ({ check, required: false });

/** An object with these keys and no other, each given once. */
export function object<S extends Shape>(shape: S): Check<Made<S>> {
  return (value, faults) => {
    if (!isObject(value)) return wrong(value, 'an object', faults);
    const made: Record<string, unknown> = {};
    let sound = noneTwice(value, faults);
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field === undefined) {
        faults.add('unknown key', key);
        sound = false;
        continue;
      }
      const checked = faults.within(key, value[key], field.check);
      if (checked === undefined) sound = false;
      else made[key] = checked;
    }
    for (const [key, field] of Object.entries(shape)) {
      if (!field.required || Object.hasOwn(value, key)) continue;
      faults.add('is missing', key);
      sound = false;
    }
    // The one cast of the checks: every key was taken through its own check above.
    return sound ? (made as Made<S>) : undefined;
  };
}

/** An object from ids to values; `key` looks at the id, and its fault stands at the key. */
export function dictionary<T>(key: Check<string>, check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, faults) => {
    if (!isObject(value)) return wrong(value, 'an object', faults);
    const made: Record<string, T> = {};
    let sound = noneTwice(value, faults);
    for (const id of Object.keys(value)) {
      if (faults.full) return undefined;
      const known = faults.within(id, id, key);
      const checked = known === undefined ? undefined : faults.within(id, value[id], check);
      if (checked === undefined) sound = false;
      else made[id] = checked;
    }
    return sound ? made : undefined;
  };
}

function noneTwice(value: object, faults: Faults): boolean {
  const twice = faults.givenTwice(value);
  for (const key of twice) faults.add('key given twice', key);
  return twice.length === 0;
}

export interface ListBounds {
  readonly least?: number;
  readonly most?: number;
  /** What the list holds, in the plural. */
  readonly of: string;
}

/** A list within bounds, each element taken through a check that also gets its index. */
export function list<T>(
  check: (index: number) => Check<T>,
  { least = 0, most, of }: ListBounds,
): Check<readonly T[]> {
  return (value, faults) => {
    if (!Array.isArray(value)) return wrong(value, 'a list', faults);
    let sound = true;
    if (value.length < least)
      sound = faults.add(`${value.length}, the number of ${of}, is below ${least}`) ?? false;
    if (most !== undefined && value.length > most)
      sound = faults.add(`${value.length}, the number of ${of}, is above ${most}`) ?? false;
    const made: T[] = [];
    for (const [index, element] of value.entries()) {
      if (faults.full) return undefined;
      const checked = faults.within(index, element, check(index));
      if (checked === undefined) sound = false;
      else made.push(checked);
    }
    return sound ? made : undefined;
  };
}

/** Takes a checked value through a further look, which notes its own faults. */
export function also<T>(check: Check<T>, look: (value: T, faults: Faults) => boolean): Check<T> {
  return (value, faults) => {
    const checked = check(value, faults);
    return checked !== undefined && look(checked, faults) ? checked : undefined;
  };
}

/** One of some words. */
export function oneOf<const W extends string>(words: readonly W[]): Check<W> {
  return (value, faults) =>
    words.find((word) => word === value) ??
    faults.add(`${showValue(value)} is not one of ${words.join(', ')}`);
}
