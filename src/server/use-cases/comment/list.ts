/** A page of the discussion, oldest first (product.md §2, row "comments"). */
import type { CommentPage, Topic } from '@/negotiation/comment-view';
import type { EventOf } from '@/negotiation/events/event';
import { columnOf, seesComments } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { namesIn } from '../../db/pseudonyms';
import { textsOf } from '../../db/texts';
import { eventsOf } from '../session/events-of';

interface CommentQuery {
  readonly topic?: Topic | undefined;
  /** The least position; default 0. */
  readonly from?: number | undefined;
  readonly limit?: number | undefined;
}

const LIMIT = 100;

export async function listComments(
  { store, log, viewer, pseudonym, known: { state, position } }: NegotiationScope<'comment.list'>,
  { topic, from = 0, limit = LIMIT }: CommentQuery,
): Promise<CommentPage> {
  if (!seesComments(state, viewer)) return { comments: [], next: null };
  const waiting = Object.values(state.comments).filter(
    (entry) => entry.position >= from && (topic === undefined || isSame(entry.topic, topic)),
  );
  const shown = waiting.slice(0, limit);
  const isRedacted = shown.some(({ text }) => text === null);
  const events = isRedacted ? await eventsOf(store.pool, log, position, ['comment.redacted']) : [];
  const redactions = new Map(events.filter(isRedaction).map((event) => [event.data.comment, event]));
  const hashes = shown.flatMap(({ position: at, text, earlier }) =>
    text === null ? (redactions.get(at)?.data.reason ?? []) : [...earlier, text],
  );
  const texts = await textsOf(store.pool, log, hashes);
  const names = columnOf(state, viewer) === 'member' ? await namesIn(store, log) : new Map<string, string>();
  const author = (actor: string) => ({
    pseudonym: actor,
    name: names.get(actor) ?? null,
    isMe: actor === pseudonym,
  });
  return {
    comments: shown.map(({ actor, text, earlier, ...entry }) => {
      const redacted = redactions.get(entry.position);
      const reason = redacted?.data.reason ?? null;
      return {
        ...entry,
        author: author(actor),
        text: text === null ? null : (texts(text) ?? null),
        earlier: earlier.flatMap((hash) => texts(hash) ?? []),
        redaction:
          redacted === undefined
            ? null
            : {
                by: author(redacted.actor),
                at: redacted.at,
                reason: reason === null ? null : (texts(reason) ?? null),
              },
      };
    }),
    next: waiting[limit]?.position ?? null,
  };
}

function isRedaction(event: { readonly type: string }): event is EventOf<'comment.redacted'> {
  return event.type === 'comment.redacted';
}

function isSame(a: Topic, b: Topic): boolean {
  return a.kind === b.kind && ('id' in a ? a.id : null) === ('id' in b ? b.id : null);
}
