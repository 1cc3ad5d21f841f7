/** The words of letters, and instants in their reader's zone. */
import { createTranslator } from 'use-intl/core';
import mail from '../../../messages/en/mail.json';

export const words = createTranslator({
  locale: 'en',
  messages: mail,
  onError: (error) => {
    throw error;
  },
});

/** The zone stands with the time: a letter is read elsewhere than it was meant for. */
export function instantIn(timeZone: string, instant: string | Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** `a, b and c` */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
