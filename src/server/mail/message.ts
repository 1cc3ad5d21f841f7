/** What a message to somebody is, before it becomes a letter. Its row never holds a secret or a text of the negotiation. */

/** Messages about a negotiation, which their reader can choose to have no mail of. */
export const NOTICE_KINDS = [
  'ballot.entered',
  'round.opened',
  'round.closed',
  'round.deadline',
  'reminder.half',
  'reminder.late',
  'reminder.asked',
  'profile.proposed',
  'profile.new',
  'profile.decided',
  'briefing.published',
  'consent.asked',
  'negotiation.concluded',
  'comment.reply',
  'comment.mention',
  'report.due',
  'report.overdue',
] as const;

/** Always mailed: how a delegate learns of a ballot that was cast in their stakeholder's name (ledger.md §4). */
const CERTAIN_KINDS = ['ballot.taken'] as const;

/**
 * Letters to an address. Those with a link hold a secret, which is made when the letter leaves and kept as a hash;
 * so they are composed on no other occasion, and do not stand in the inbox.
 */
export const SECRET_KINDS = ['invitation', 'password.reset', 'address.confirm', 'address.changed'] as const;

const MESSAGE_KINDS = [...NOTICE_KINDS, ...CERTAIN_KINDS, ...SECRET_KINDS] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export function isMessageKind(kind: string): kind is MessageKind {
  return MESSAGE_KINDS.some((known) => known === kind);
}

export function isNoticeKind(kind: string): kind is NoticeKind {
  return NOTICE_KINDS.some((known) => known === kind);
}

export function carriesSecret(kind: MessageKind): boolean {
  return SECRET_KINDS.some((known) => known === kind);
}

/** An account by its id, or the address of somebody who has none. */
export type Addressee = { readonly user: string } | { readonly address: string };

export interface NewMessage {
  readonly kind: MessageKind;
  readonly to: Addressee;
  /** What the composer needs to know besides: ids and instants, never a secret or a text. */
  readonly about?: Readonly<Record<string, string>>;
  readonly log?: string;
  /** Of the event that it tells of: one event tells one account of one kind once. */
  readonly position?: number;
  /** Which of the dates that the event set, from 0: each is told once. */
  readonly turn?: number;
}

/** `withheld`: its reader may not see it, or wants no mail of its kind; `kept`: there was nothing to send it with. */
export const MAIL_STATES = ['waiting', 'sent', 'failed', 'withheld', 'kept'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export interface StoredMessage {
  /** A UUID; the letter's Message-ID is made of it. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly to: Addressee;
  readonly about: Readonly<Record<string, string>>;
  readonly log: string | null;
  readonly position: number | null;
  readonly turn: number;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly mail: MailState;
  readonly mailedAt: Date | null;
  readonly attempts: number;
  readonly fault: string | null;
}
