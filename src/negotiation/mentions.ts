/** Whom a text mentions: `@` and the id of a stakeholder or a pseudonym. */

export interface Mentionable {
  /** Of a stakeholder, or a pseudonym. */
  readonly id: string;
  readonly name: string;
}

/** A piece of a text: plain, or the mention of somebody. */
export type Piece =
  | { readonly text: string; readonly mentions: null }
  | { readonly text: string; readonly mentions: Mentionable };

const MENTION = /@([A-Za-z0-9_][A-Za-z0-9_.-]*)/g;

export function pieces(text: string, people: readonly Mentionable[]): readonly Piece[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: id = '', index } of text.matchAll(MENTION)) {
    // A full stop may end the sentence, not the id.
    const person = byId.get(id) ?? byId.get(id.replace(/[.-]+$/, ''));
    const before = text[index - 1];
    if (person === undefined || (before !== undefined && /\w/.test(before))) continue;
    const length = 1 + person.id.length;
    if (index > from) found.push({ text: text.slice(from, index), mentions: null });
    found.push({ text: whole.slice(0, length), mentions: person });
    from = index + length;
  }
  if (from < text.length) found.push({ text: text.slice(from), mentions: null });
  return found;
}

/** The ids, of these, that a text mentions. */
export function mentionedIn(text: string, ids: readonly string[]): ReadonlySet<string> {
  const found = pieces(
    text,
    ids.map((id) => ({ id, name: id })),
  );
  return new Set(found.flatMap(({ mentions }) => mentions?.id ?? []));
}
