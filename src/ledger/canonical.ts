/** Canonical JSON: the JSON Canonicalization Scheme of RFC 8785. */
import { looksCanonical } from './canonical-scan';
import { utf8 } from './hash';

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/**
 * The canonical text of `value`: no white space, keys sorted by UTF-16 code units, numbers as ECMAScript writes
 * them (RFC 8785 §3.2.2.3). Keys whose value is `undefined` are left out, as JSON has no such value.
 *
 * @throws {TypeError} for what I-JSON (RFC 7493) cannot hold: NaN, infinities, lone surrogates, functions, …
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'string':
      return canonicalString(value);
    case 'object':
      if (value === null) return 'null';
      return isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
    default:
      throw new TypeError(`a ${typeof value} is not a JSON value`);
  }
}

export type ReadCanonical =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly step: 'json' | 'canonical'; readonly message: string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What canonical bytes or text say; any other form of JSON is refused (ledger.md §4). */
export function readCanonical(bytes: Uint8Array | string): ReadCanonical {
  try {
    const text = typeof bytes === 'string' ? bytes : decoder.decode(bytes);
    const value: JsonValue = JSON.parse(text);
    if (looksPlain(bytes) || isCanonical(text, value)) return { ok: true, value };
    return { ok: false, step: 'canonical', message: 'not in the canonical form of RFC 8785' };
  } catch (error) {
    const deep = error instanceof RangeError;
    return { ok: false, step: 'json', message: deep ? 'JSON nested too deeply' : 'not JSON in UTF-8' };
  }
}

/** A lone surrogate has no bytes, and no canonical form. */
function looksPlain(bytes: Uint8Array | string): boolean {
  return typeof bytes === 'string'
    ? bytes.isWellFormed() && looksCanonical(utf8(bytes))
    : looksCanonical(bytes);
}

/**
 * Whether `text` is the canonical text of `value`, which was parsed from it. JSON.stringify writes numbers and strings
 * as RFC 8785 does, but members in the order of the object: where they ascend, and no surrogate can stand alone, its
 * text is the canonical one, for a third of the time that sorting and writing takes.
 */
export function isCanonical(text: string, value: JsonValue): boolean {
  // Only an escape brings in a lone surrogate. Keys like "10" are out of order in every JavaScript object.
  if (!text.includes('\\ud') && ascends(value)) return JSON.stringify(value) === text;
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function ascends(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isArray(value)) return value.every(ascends);
  let before = '';
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (key < before || (member !== undefined && !ascends(member))) return false;
    before = key;
  }
  return true;
}

function canonicalObject(object: { readonly [key: string]: JsonValue | undefined }): string {
  const members: string[] = [];
  // Array.prototype.sort without a comparator compares UTF-16 code units, which is RFC 8785 §3.2.3's order.
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(value)}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate is not Unicode text');
  return JSON.stringify(text);
}

/** Array.isArray does not narrow readonly arrays. */
function isArray(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
