import type { Mentionable } from '@/negotiation/mentions';

/** Completion of mentions while a comment is typed. */

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
