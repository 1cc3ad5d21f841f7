import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core';
import type { Translate } from '@/negotiation/explain/message';
import explain from '../../messages/en/explain.json';

type Key = MessageKeys<typeof explain, NestedKeyOf<typeof explain>>;

const KEYS: ReadonlySet<string> = new Set(
  Object.entries(explain).flatMap(([group, sentences]) =>
    Object.keys(sentences).map((name) => `${group}.${name}`),
  ),
);

function isKey(key: string): key is Key {
  return KEYS.has(key);
}

const translator = createTranslator({
  locale: 'en-GB',
  messages: explain,
  onError: (error) => {
    throw error;
  },
});

/** The command line's words, from the messages that the pages use. */
export const translate: Translate = (key, values) => {
  if (!isKey(key)) throw new Error(`messages/en/explain.json has no ${key}`);
  return translator(key, values);
};
