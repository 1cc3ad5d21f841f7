import { createTranslator } from 'use-intl/core';
import type { Translate } from '@/negotiation/explain/message';
import explain from '../../messages/en/explain.json';

const translator = createTranslator<Record<string, unknown>>({
  locale: 'en',
  messages: explain,
  onError: (error) => {
    throw error;
  },
});

/** The command line's words, from the messages that the pages use. */
export const translate: Translate = (key, values) => translator(key, values);
