import example from './spec-example.json';

/** Edits of the example, and the fault lines that follow. */
export type Refusal = readonly [edits: readonly Edit[], ...lines: string[]];
/** A value put at a path (`ballots/0/scores/race`); `undefined` removes. */
export type Edit = readonly [path: string, value: unknown];

/** The example of negotiation-file.md, fresh, with the edits made. */
export function edited(...edits: readonly Edit[]): unknown {
  const document: unknown = structuredClone(example);
  for (const [path, value] of edits) {
    const keys = path.split('/');
    const last = keys.pop() ?? '';
    let at = document;
    for (const key of keys) at = inside(at, key);
    if (typeof at !== 'object' || at === null) throw new Error(`nothing at ${path}`);
    if (value === undefined) Reflect.deleteProperty(at, last);
    else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return document;
}

function inside(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${key}`);
  return Reflect.get(value, key);
}

/** The bytes of a JSON document, or of a text as it stands. */
export function bytesOf(document: unknown): Uint8Array {
  return new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));
}
