import type { MessageKeys, NestedKeyOf } from 'use-intl/core';
import explain from '../../messages/en/explain.json';

/** A sentence of messages/<locale>/explain.json: `reason.enough`. */
export type ExplainKey = MessageKeys<typeof explain, NestedKeyOf<typeof explain>>;

const KEYS: ReadonlySet<string> = new Set(
  Object.entries(explain).flatMap(([group, sentences]) =>
    Object.keys(sentences).map((name) => `${group}.${name}`),
  ),
);

export function isExplainKey(key: string): key is ExplainKey {
  return KEYS.has(key);
}
