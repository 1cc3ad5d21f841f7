/** Values of JSON, and the places within them. */
export type Path = readonly (string | number)[];
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Each value within that has no members, and where it stands. */
export function* leavesOf(value: Json, path: Path = []): Generator<[Path, null | boolean | number | string]> {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* leavesOf(inner, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
  } else if (value === null || typeof value !== 'object') {
    yield [path, value];
  }
}

/** Where each object within stands, the whole first. */
export function* objectsOf(value: Json, path: Path = []): Generator<Path> {
  if (!isObject(value)) return;
  yield path;
  for (const [key, inner] of Object.entries(value)) yield* objectsOf(inner, [...path, key]);
}

/** `undefined` takes it away. */
export function replacedAt(whole: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) throw new Error('no path');
  const inner = (old: Json | undefined) => (rest.length === 0 ? value : replacedAt(old ?? null, rest, value));
  if (typeof key === 'number' && Array.isArray(whole)) {
    const put = inner(whole[key]);
    return put === undefined ? whole.toSpliced(key, 1) : whole.with(key, put);
  }
  if (!isObject(whole)) throw new Error('no such path');
  const { [key]: old, ...others } = whole;
  const put = inner(old);
  return put === undefined ? others : { ...others, [key]: put };
}

export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
