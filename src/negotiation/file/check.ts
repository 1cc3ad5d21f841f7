import type { Fault } from './model';
import { NumberText } from './number-text';
import type { Duplicates } from './parse-json';
import { type Segment, showPath, showValue } from './show';

/** As many faults of one file are told (issue: the first 100, in the document's order). */
const MOST_FAULTS = 100;

/** Looks at one value: gives it typed, or notes what is wrong with it and gives `undefined`. */
export type Check<T> = (value: unknown, faults: Faults) => T | undefined;

/** Where the checks stand in the document, and what they found wrong so far. */
export class Faults {
  readonly list: Fault[] = [];
  private readonly segments: Segment[] = [];

  constructor(
    private readonly root = '',
    private readonly duplicates: Duplicates = new WeakMap(),
  ) {}

  /** Enough has been found: the rest need not be looked at. */
  get full(): boolean {
    return this.list.length >= MOST_FAULTS;
  }

  get path(): string {
    return showPath(this.root, this.segments);
  }

  /** Notes a fault here, or at `below` from here. Gives `undefined`, as a failed check does. */
  add(message: string, ...below: readonly Segment[]): undefined {
    if (!this.full) this.list.push({ path: showPath(this.root, [...this.segments, ...below]), message });
    return undefined;
  }

  /** Runs a check one step further down. */
  within<T>(segment: Segment, value: unknown, check: Check<T>): T | undefined {
    this.segments.push(segment);
    const checked = check(value, this);
    this.segments.pop();
    return checked;
  }

  givenTwice(object: object): readonly string[] {
    return this.duplicates.get(object) ?? [];
  }
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Runs a check on its own. A check gives a value exactly when it noted no fault. */
export function run<T>(check: Check<T>, value: unknown, faults: Faults): Outcome<T> {
  const checked = check(value, faults);
  if (checked === undefined || faults.list.length > 0) return { ok: false, faults: faults.list };
  return { ok: true, value: checked };
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON object, with or without a prototype. */
export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText)
  );
}

/** A member of a JSON object, never of its prototype. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The elements of a list, none where it is no list. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function wrong(value: unknown, wanted: string, faults: Faults): undefined {
  return faults.add(`${showValue(value)} is not ${wanted}`);
}
