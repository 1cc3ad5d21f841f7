import type { CommentView } from '@/negotiation/comment-view';

export interface Thread {
  readonly comment: CommentView;
  readonly replies: readonly Thread[];
}

/** Comments under those that they reply to, each list in the order of the log. A reply to what is not here stands alone. */
export function replyTree(comments: readonly CommentView[]): readonly Thread[] {
  const here = new Set(comments.map(({ position }) => position));
  const children = new Map<number | null, CommentView[]>();
  for (const comment of comments) {
    const above = comment.replyTo !== null && here.has(comment.replyTo) ? comment.replyTo : null;
    const beside = children.get(above);
    if (beside === undefined) children.set(above, [comment]);
    else beside.push(comment);
  }
  // A reply names a comment before it, so that the tree ends.
  const under = (position: number | null): Thread[] =>
    (children.get(position) ?? []).map((comment) => ({ comment, replies: under(comment.position) }));
  return under(null);
}
