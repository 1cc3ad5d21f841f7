import { expect, it } from 'vitest';
import type { CommentView } from '@/negotiation/comment-view';
import { replyTree, type Thread } from './reply-tree';
import { topicOf } from './topic';

function comment(position: number, replyTo: number | null): CommentView {
  return {
    position,
    replyTo,
    at: '2026-01-01T00:00:00.000Z',
    topic: { kind: 'negotiation' },
    argument: null,
    stakeholder: null,
    author: { pseudonym: 'u_someone', name: null, isMe: false },
    text: 'Hm.',
    earlier: [],
    redaction: null,
  };
}

const shape = (threads: readonly Thread[]): unknown =>
  threads.map(({ comment: { position }, replies }) => [position, shape(replies)]);

it('puts replies under what they reply to, and keeps those whose beginning is on another page', () => {
  const tree = replyTree([comment(3, null), comment(5, 3), comment(6, 1), comment(7, 5), comment(8, 3)]);
  expect(shape(tree)).toEqual([
    [
      3,
      [
        [5, [[7, []]]],
        [8, []],
      ],
    ],
    [6, []],
  ]);
});

it('reads what an address is about, and takes nonsense for the negotiation', () => {
  expect(topicOf('threat/misuse/oracle')).toEqual({ kind: 'threat', id: 'misuse/oracle' });
  expect(topicOf('person/x')).toEqual({ kind: 'negotiation' });
  expect(topicOf(['profile/a', 'profile/b'])).toEqual({ kind: 'negotiation' });
});
