/** What is talked about, and how much: an index of the discussion, in the order in which threads began. */
import type { ThreadCount } from '@/negotiation/comment-view';
import { seesComments } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';

export function listThreads({
  known: { state },
  viewer,
}: NegotiationScope<'comment.threads'>): readonly ThreadCount[] {
  if (!seesComments(state, viewer)) return [];
  const threads = new Map<string, ThreadCount>();
  for (const { topic, argument, text, at } of Object.values(state.comments)) {
    if (text === null) continue;
    const key = JSON.stringify(topic);
    const { comments = 0, arguments: before = { for: 0, against: 0 } } = threads.get(key) ?? {};
    threads.set(key, {
      topic,
      comments: comments + 1,
      arguments: argument === null ? before : { ...before, [argument]: before[argument] + 1 },
      at,
    });
  }
  return [...threads.values()];
}
