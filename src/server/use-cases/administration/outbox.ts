/** Every letter that went, waits, failed, or would have gone, for administrators. */
import type { Scope } from '../../auth/scope';
import { type Cursor, outboxCounts, outboxPage, readMessage } from '../../db/messages';
import { readerOf } from '../../db/readers';
import { env } from '../../env';
import { compose, wholeLetter } from '../../mail/compose';
import type { Part } from '../../mail/letter';
import { carriesSecret, type MailState } from '../../mail/message';
import { siteAddress } from '../../mail/site';
import { kindLabel } from '../../mail/words';
import { type Answer, answered, LETTER_NOT_SHOWN, NO_SUCH_MESSAGE, refused } from '../../refusal';

export interface OutboxEntry {
  readonly id: string;
  /** What it is about. */
  readonly kind: string;
  /** `null` for an address without an account. */
  readonly name: string | null;
  readonly address: string | null;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly mail: MailState;
  readonly mailedAt: string | null;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly fault: string | null;
}

export interface Outbox {
  /** Whether there is an SMTP server to send with. */
  readonly sends: boolean;
  readonly counts: Readonly<Partial<Record<MailState, number>>>;
  readonly entries: readonly OutboxEntry[];
  readonly next: Cursor | null;
}

export interface OutboxQuery {
  readonly mail?: MailState | undefined;
  readonly before?: Cursor | undefined;
}

const LIMIT = 50;

/** Whether letters leave by mail. */
export function sendsMail(): boolean {
  return env().PARLEY_SMTP !== undefined;
}

export async function listOutbox(
  { store }: Scope<'administration.outbox'>,
  { mail, before }: OutboxQuery,
): Promise<Outbox> {
  const [counts, rows] = await Promise.all([
    outboxCounts(store.pool),
    outboxPage(store.pool, mail ?? null, before ?? null, LIMIT),
  ]);
  const entries = rows.map(({ at, mailedAt, kind, ...row }) => ({
    ...row,
    kind: kindLabel(kind),
    at: at.toISOString(),
    mailedAt: mailedAt?.toISOString() ?? null,
  }));
  const last = entries.at(-1);
  const next = last === undefined || entries.length < LIMIT ? null : { at: last.at, id: last.id };
  return { sends: sendsMail(), counts, entries, next };
}

/** A letter as it would leave now. Attachments, which hold ballots, are named and not shown. */
export interface ShownLetter {
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly attachments: readonly string[];
}

/**
 * Composed anew. One with a secret is shown only where nothing is mailed: then whoever runs the installation has to
 * pass it on, and showing it is its leaving.
 *
 * @returns `null`: nothing would go, its reader may not be told.
 */
export async function showLetter(
  { store }: Scope<'administration.letter'>,
  id: string,
): Promise<Answer<ShownLetter | null>> {
  const message = await readMessage(store.pool, id);
  const reader = message && (await readerOf(store.pool, message.to));
  if (message === null || reader === null) return refused(NO_SUCH_MESSAGE);
  if (carriesSecret(message.kind) && sendsMail()) return refused(LETTER_NOT_SHOWN);
  const letter = await compose(store, message, reader, 'mail');
  if (letter === null) return answered(null);
  return answered({
    subject: letter.subject,
    parts: wholeLetter(message, reader, letter, siteAddress()),
    attachments: (letter.attachments ?? []).map(({ filename }) => filename),
  });
}
