/** Letters about comments: without their text, which may be edited or redacted, while a letter cannot be taken back. */
import { mentionedIn } from '@/negotiation/mentions';
import { type CommentEntry, own } from '@/negotiation/state';
import { columnOf, seesComments } from '@/negotiation/visibility';
import { namesIn } from '../../db/pseudonyms';
import { textsOf } from '../../db/texts';
import type { Part } from '../letter';
import { words } from '../words';
import { aboutEvent, type Scene } from './scene';

/** A comment that stands, and that the letter's reader may read now. */
function standing({ state, scope }: Scene, position: number): CommentEntry | null {
  const comment = own(state.comments, String(position));
  return comment !== undefined && comment.text !== null && seesComments(state, scope.viewer) ? comment : null;
}

/** As the page names them: to members by name, to observers by pseudonym. */
async function authorOf({ context, log, state, scope }: Scene, actor: string): Promise<string> {
  if (columnOf(state, scope.viewer) !== 'member') return actor;
  return (await namesIn(context.store, log)).get(actor) ?? words('somebody');
}

function thread({ log }: Scene, { topic, position }: CommentEntry): Part {
  const about =
    topic.kind === 'negotiation' ? '' : `?about=${encodeURIComponent(`${topic.kind}/${topic.id}`)}`;
  return {
    link: words('to.discussion'),
    path: `/n/${encodeURIComponent(log)}/discussion${about}#comment-${position}`,
  };
}

export const commentReply = aboutEvent(['comment.posted'], async (scene, event) => {
  const { title, state, scope } = scene;
  const { replyTo } = event.data;
  const mine = replyTo === null ? undefined : own(state.comments, String(replyTo));
  const reply = standing(scene, event.position);
  if (mine?.actor !== scope.pseudonym || reply === null) return null;
  const who = await authorOf(scene, event.actor);
  return {
    subject: words('commentReply.subject', { title }),
    body: [{ text: words('commentReply.says', { who, at: scene.when(event.at) }) }, thread(scene, reply)],
  };
});

/** Nothing where the comment, as it reads now, mentions neither its reader nor whom they speak for. */
export const commentMention = aboutEvent(['comment.posted'], async (scene, event) => {
  const { title, scope, log, context } = scene;
  const comment = standing(scene, event.position);
  if (comment === null || comment.text === null || scope.pseudonym === null) return null;
  const text = (await textsOf(context.store.pool, log, [comment.text]))(comment.text) ?? '';
  const { stakeholders } = scope.viewer;
  const mentioned = mentionedIn(text, [scope.pseudonym, ...stakeholders]);
  if (mentioned.size === 0) return null;
  const isMe = mentioned.has(scope.pseudonym);
  const who = await authorOf(scene, event.actor);
  const values = { who, at: scene.when(event.at) };
  const named = scene.namesOf(stakeholders.filter((id) => mentioned.has(id)));
  return {
    subject: isMe
      ? words('commentMention.subjectYou', { title })
      : words('commentMention.subject', { title, stakeholders: named }),
    body: [
      {
        text: isMe
          ? words('commentMention.saysYou', values)
          : words('commentMention.says', { ...values, stakeholders: named }),
      },
      thread(scene, comment),
    ],
  };
});
