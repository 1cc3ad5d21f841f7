import type { MessageKeys, NestedKeyOf } from 'use-intl/core';
import type explain from '../../messages/en/explain.json';

/** A sentence of messages/<locale>/explain.json: `reason.enough`. */
export type ExplainKey = MessageKeys<typeof explain, NestedKeyOf<typeof explain>>;

/** What translates them: it knows which there are, and the page need not bring a second copy of them to ask. */
interface Translator {
  has(key: string): boolean;
}

export function isExplainKey(key: string, translator: Translator): key is ExplainKey {
  return translator.has(key);
}
