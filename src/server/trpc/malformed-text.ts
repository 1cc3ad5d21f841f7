/**
 * Where a value from outside holds text that is not well-formed Unicode (half a surrogate pair), which nothing that is
 * hashed or signed can hold (RFC 8785 §3.2.2.2): the path of the first such string or name, or `null`. Without
 * recursion, so that no depth of nesting is too much.
 */
export function malformedText(input: unknown): string | null {
  const waiting: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: input }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (!name.isWellFormed()) return path;
      waiting.push({ path: path === '' ? name : `${path}.${name}`, value: inner });
    }
  }
  return null;
}
