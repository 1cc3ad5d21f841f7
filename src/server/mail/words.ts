/** The words of letters, and instants in their reader's zone. */
import { createTranslator } from 'use-intl/core';
import mail from '../../../messages/en/mail.json';
import type { MessageKind } from './message';

export const words = createTranslator({
  locale: 'en-GB',
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
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}

/** What messages of a kind are about. */
export function kindLabel(kind: MessageKind): string {
  return words(`kinds.${KEY_OF[kind]}`);
}

/** A dot would lead deeper into the messages. */
const KEY_OF = {
  'ballot.taken': 'ballot-taken',
  'ballot.entered': 'ballot-entered',
  'round.opened': 'round-opened',
  'round.closed': 'round-closed',
  'round.deadline': 'round-deadline',
  'reminder.half': 'reminder-half',
  'reminder.late': 'reminder-late',
  'reminder.asked': 'reminder-asked',
  'profile.proposed': 'profile-proposed',
  'profile.new': 'profile-new',
  'profile.decided': 'profile-decided',
  'briefing.published': 'briefing-published',
  'consent.asked': 'consent-asked',
  'negotiation.concluded': 'negotiation-concluded',
  'comment.reply': 'comment-reply',
  'comment.mention': 'comment-mention',
  'report.due': 'report-due',
  'report.overdue': 'report-overdue',
  invitation: 'invitation',
  'password.reset': 'password-reset',
  'address.confirm': 'address-confirm',
  'address.changed': 'address-changed',
} as const satisfies Record<MessageKind, string>;
