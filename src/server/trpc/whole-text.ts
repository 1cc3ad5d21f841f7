/** Requests hold text that can be stored and signed: whatever is hashed has a canonical form (RFC 8785 §3.2.2.2). */
import { z } from 'zod';
import { isStorable } from '@/negotiation/events/scalars';

/** Any value of JSON, of which every string and every name is text. The fault names the first place that is not. */
export const wholeText = z.unknown().superRefine((value, context) => {
  const path = placeOfNoText(value);
  if (path === null) return;
  context.addIssue({
    code: 'custom',
    path,
    message: 'is no text: it holds half a surrogate pair, or U+0000',
  });
});

/** Where a string, or a name within an object, is no text; `null` where all are. No depth of nesting is too much. */
function placeOfNoText(input: unknown): string[] | null {
  const waiting: { readonly path: string[]; readonly value: unknown }[] = [{ path: [], value: input }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorable(name)) return path;
      if (typeof inner === 'object' || typeof inner === 'string')
        waiting.push({ path: [...path, name], value: inner });
    }
  }
  return null;
}
