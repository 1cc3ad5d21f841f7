/** Canonical JSON: the JSON Canonicalization Scheme of RFC 8785. */

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
