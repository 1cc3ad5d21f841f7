/** A page of the discussion, oldest first (product.md §2, row "comments"). */
import type { CommentPage, Topic } from '@/negotiation/comment-view';
import { columnOf, seesComments } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { namesIn } from '../../db/pseudonyms';
import { textsOf } from '../../db/texts';

interface CommentQuery {
  readonly topic?: Topic | undefined;
  /** The least position; default 0. */
  readonly from?: number | undefined;
  readonly limit?: number | undefined;
}

const LIMIT = 100;

export async function listComments(
  { store, log, viewer, pseudonym, known: { state } }: NegotiationScope<'comment.list'>,
  { topic, from = 0, limit = LIMIT }: CommentQuery,
): Promise<CommentPage> {
  if (!seesComments(state, viewer)) return { comments: [], next: null };
  const waiting = Object.values(state.comments).filter(
    (entry) => entry.position >= from && (topic === undefined || isSame(entry.topic, topic)),
  );
  const shown = waiting.slice(0, limit);
  const hashes = shown.flatMap(({ text, earlier }) => (text === null ? [] : [...earlier, text]));
  const texts = await textsOf(store.pool, log, hashes);
  const names = columnOf(state, viewer) === 'member' ? await namesIn(store, log) : new Map<string, string>();
  return {
    comments: shown.map(({ actor, text, earlier, ...entry }) => ({
      ...entry,
      author: { pseudonym: actor, name: names.get(actor) ?? null, isMe: actor === pseudonym },
      text: text === null ? null : (texts(text) ?? null),
      earlier: earlier.flatMap((hash) => texts(hash) ?? []),
    })),
    next: waiting[limit]?.position ?? null,
  };
}

function isSame(a: Topic, b: Topic): boolean {
  return a.kind === b.kind && ('id' in a ? a.id : null) === ('id' in b ? b.id : null);
}
