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

/** The mention that is being typed just before the caret: where its `@` stands, and what follows it. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly at: number; readonly typed: string } | null {
  const match = /(?:^|\s|[([{,;])@([A-Za-z0-9_.-]*)$/.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? null : { at: caret - typed.length - 1, typed };
}

const MOST = 6;

/** Who may be meant by what was typed: ids and words of names that begin so. */
export function suggestions(typed: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const start = typed.toLowerCase();
  const begins = ({ id, name }: Mentionable) =>
    id.toLowerCase().startsWith(start) ||
    name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(start));
  return people.filter(begins).slice(0, MOST);
}

/** The text with the mention completed, and where the caret is then. */
export function completed(
  text: string,
  { at, typed }: { readonly at: number; readonly typed: string },
  { id }: Mentionable,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(at + 1 + typed.length);
  const space = rest.startsWith(' ') ? '' : ' ';
  return { text: `${text.slice(0, at)}@${id}${space}${rest}`, caret: at + id.length + 2 };
}
