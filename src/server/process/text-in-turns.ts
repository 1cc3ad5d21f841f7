/** Big values as JSON, without holding up whatever else waits for the thread. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one turn takes. A state of n = 1,000 and m = 64 takes a tenth of a second in all. */
const TURN_MS = 2;

/** Lists and tables are taken apart so deep; what lies deeper is made into text in one piece: a ballot in a list of lists. */
const DEEPEST = 3;

/**
 * What `JSON.stringify` gives. The value must not change meanwhile.
 *
 * @param value plain data: no object of it has a form of its own (`toJSON`).
 */
export async function textInTurns(value: object): Promise<string> {
  const parts: string[] = [];
  let began = performance.now();
  for (const part of partsOf(value, 0)) {
    parts.push(part);
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
  return parts.join('');
}

function* partsOf(value: unknown, depth: number): Generator<string> {
  if (depth === DEEPEST || typeof value !== 'object' || value === null) {
    // In a list even what JSON does not know holds its place.
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [key, entry] of Object.entries(value)) {
    if (!isList && isUnknown(entry)) continue;
    yield isList ? before : `${before}${JSON.stringify(key)}:`;
    before = ',';
    yield* partsOf(entry, depth + 1);
  }
  // Of an empty one neither bracket has been given.
  yield `${before === ',' ? '' : before}${isList ? ']' : '}'}`;
}

/** What is left out of an object. */
function isUnknown(entry: unknown): boolean {
  return entry === undefined || typeof entry === 'function' || typeof entry === 'symbol';
}
