import type { Fault } from './model';
import { NumberText } from './number-text';

/** A place in a document: keys of objects and indices of lists, from the root. */
export type Segment = string | number;

const PLAIN_KEY = /^[A-Za-z0-9_$-]+$/;
/** What would break or hide a line on a terminal and that JSON.stringify leaves alone. */
const UNPRINTABLE = /[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST_VALUE = 60;
const LONGEST_PATH = 400;

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** `ballots[3].scores.race`; a key that would be misread is quoted, the root alone is `$`. */
export function showPath(root: string, segments: readonly Segment[]): string {
  let path = root;
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else if (PLAIN_KEY.test(segment)) path += path === '' ? segment : `.${segment}`;
    else path += `[${quoted(shortened(segment, LONGEST_VALUE))}]`;
  }
  return path === '' ? '$' : shortened(path, LONGEST_PATH);
}

/** A value as a fault names it: on one line, and never long. */
export function showValue(value: unknown): string {
  if (value instanceof NumberText) return shortened(value.text, LONGEST_VALUE);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string') return quoted(shortened(value, LONGEST_VALUE));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** A fault as it is printed: `ballots[3].scores.race: 101 is above 100`. */
export function showFault(fault: Fault): string {
  return `${fault.path}: ${fault.message}`;
}
