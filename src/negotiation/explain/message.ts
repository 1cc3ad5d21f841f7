/**
 * A sentence before it has words: its key below `explain` in messages/<locale>/explain.json, and what it says.
 * Pages and the command line put the same messages into words with `say`.
 */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** A name or number as it stands, a message inside the message, or several of them to be listed. */
export type MessageValue = string | number | Message | Listing;

export interface Listing {
  readonly join: 'and' | 'or';
  readonly items: readonly (string | Message)[];
}

/** What next-intl's `useTranslations('explain')` and use-intl's `createTranslator` give. */
export type Translate = (key: string, values: Record<string, string | number>) => string;

export function message(key: string, values: Message['values'] = {}): Message {
  return { key, values };
}

/** Puts a message into words, the innermost first. */
export function say(said: Message, translate: Translate): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(said.values)) values[name] = inWords(value, translate);
  return translate(said.key, values);
}

function inWords(value: MessageValue, translate: Translate): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('key' in value) return say(value, translate);
  const items = value.items.map((item) => (typeof item === 'string' ? item : say(item, translate)));
  const last = items.pop() ?? '';
  if (items.length === 0) return last;
  const head = items.reduce((before, next) => translate('list.next', { head: before, next }));
  return translate(`list.${value.join}`, { head, last });
}

/** Longer lists of names end in "and 5 others", and name so many. */
const MOST_NAMES = 8;
export const ALL_NAMED = MOST_NAMES + 1;

/** Names to be listed, the first few where they are many. */
export function names(join: 'and' | 'or', all: readonly string[]): Listing {
  if (all.length <= ALL_NAMED) return { join, items: all };
  const others = message('list.others', { count: all.length - MOST_NAMES });
  return { join, items: [...all.slice(0, MOST_NAMES), others] };
}
