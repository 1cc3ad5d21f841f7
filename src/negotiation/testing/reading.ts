import { STANCES, type Stance } from '@/core/model';
import type { Message, MessageValue } from '../explain/message';

/** Reads a sentence's values back, as somebody would who has only the sentence. */

export function inside(said: Message, name: string): Message {
  const value = said.values[name];
  if (typeof value !== 'object' || !('key' in value)) throw new Error(`${said.key} has no message ${name}`);
  return value;
}

export function text(said: Message, name: string): string {
  const value = said.values[name];
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${said.key} has no ${name}`);
  return String(value);
}

export function number(said: Message, name: string): number {
  return Number(text(said, name));
}

/** The items of a list, of which none may be cut off. */
export function items(said: Message, name: string): readonly (string | Message)[] {
  const value: MessageValue | undefined = said.values[name];
  if (typeof value !== 'object' || !('join' in value)) throw new Error(`${said.key} lists no ${name}`);
  for (const item of value.items) {
    if (typeof item === 'object' && item.key === 'list.others') throw new Error('a list is cut off');
  }
  return value.items;
}

/** The items of a list that may end in so many others. */
export function firstOf(
  said: Message,
  name: string,
): { readonly first: readonly string[]; readonly others: number } {
  const value: MessageValue | undefined = said.values[name];
  if (typeof value !== 'object' || !('join' in value)) throw new Error(`${said.key} lists no ${name}`);
  const first = value.items.filter((item) => typeof item === 'string');
  const more = value.items.filter((item) => typeof item === 'object');
  if (more.some(({ key }) => key !== 'list.others')) throw new Error(`${said.key} lists messages`);
  return { first, others: more.reduce((sum, each) => sum + number(each, 'count'), 0) };
}

/** The stance that a sentence speaks under. */
export function stanceIn(said: Message): Stance {
  const { key } = inside(said, 'stance');
  const stance = STANCES.find((each) => key === `stance.${each}`);
  if (stance === undefined) throw new Error(`no stance ${key}`);
  return stance;
}

/** The ids of those named, by the names that `fileOf` gives. */
export function ids(said: Message, name: string): readonly string[] {
  return items(said, name).map((item) => idOf(String(item)));
}

export function idOf(name: string): string {
  return name.replace(/^(Name|Title) of /, '');
}

/** "−12.34" in hundredths of a point, or in hundredths of a per cent. Broken off: "33.33…". */
export function hundredths(decimal: string): { readonly value: number; readonly exact: boolean } {
  const plain = decimal.replace('−', '-').replace('…', '');
  return { value: Number(plain) * 100, exact: !decimal.includes('…') };
}
