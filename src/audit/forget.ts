import type { Event } from '@/negotiation/events/event';
import type { Kernel } from '@/negotiation/evolve/kernel';
import { type CommentEntry, own } from '@/negotiation/state';

/**
 * Leaves out of the state what nobody asks who only judges and recomputes, so that it does not grow with every ballot and
 * comment: of each stakeholder's ballots the newest alone decides both bases (`votes`), and of a comment it matters who
 * wrote it and whether it stands.
 */
export function forget(kernel: Kernel, { type, position, data }: Event, kept: KeptComments): void {
  kernel.ballots = [];
  if (type !== 'comment.posted' && type !== 'comment.edited') return;
  const at = type === 'comment.posted' ? position : data.comment;
  const comment = own(kernel.comments, String(at));
  if (comment !== undefined) kernel.comments[at] = nothingBut(comment.actor, kept);
}

/** One entry for all comments of an actor that stand. */
export type KeptComments = Map<string, CommentEntry>;

function nothingBut(actor: string, kept: KeptComments): CommentEntry {
  const known = kept.get(actor);
  if (known !== undefined) return known;
  const topic = { kind: 'negotiation' } as const;
  const entry: CommentEntry = {
    position: 0,
    at: '',
    actor,
    topic,
    replyTo: null,
    argument: null,
    stakeholder: null,
    text: '',
    earlier: [],
  };
  kept.set(actor, entry);
  return entry;
}
