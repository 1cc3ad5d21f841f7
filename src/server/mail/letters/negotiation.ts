/** Letters about briefings, consent, the conclusion and replies. */
import { own } from '@/negotiation/state';
import { namesIn } from '../../db/pseudonyms';
import { words } from '../words';
import { aboutEvent, profileTitle } from './scene';

export const briefingPublished = aboutEvent(['briefing.published'], (scene, event) => {
  const { title } = scene;
  const { briefing, version } = event.data;
  return {
    subject: words('briefingPublished.subject', { title, briefing: briefing.title }),
    body: [
      {
        text: words('briefingPublished.says', {
          briefing: briefing.title,
          at: scene.when(event.at),
          version,
        }),
      },
      ...(briefing.required === true ? [{ text: words('briefingPublished.required') }] : []),
      scene.link('briefings'),
    ],
  };
});

export const consentAsked = aboutEvent(['consent.asked'], (scene, event) => {
  const { title, state, scope } = scene;
  if (scope.viewer.stakeholders.length === 0) return null;
  const isOpen = state.consents.some(
    ({ position, status }) => position === event.position && status === 'asked',
  );
  return {
    subject: words('consentAsked.subject', { title }),
    body: [
      { text: words('consentAsked.says', { title }) },
      ...(isOpen ? [] : [{ text: words('consentAsked.settled') }]),
      scene.link('negotiation'),
    ],
  };
});

export const negotiationConcluded = aboutEvent(['negotiation.concluded'], (scene, event) => {
  const { title, state } = scene;
  const { profile } = event.data;
  const at = scene.when(event.at);
  return {
    subject: words('concluded.subject', { title }),
    body:
      profile === null
        ? [{ text: words('concluded.none', { title, at }) }, scene.link('results')]
        : [
            { text: words('concluded.adopted', { title, at, profile: profileTitle(state, profile) }) },
            { text: words('concluded.commitments') },
            scene.link('commitments'),
          ],
  };
});

/** Without the reply's text, which its author may edit or redact: a letter cannot be taken back. */
export const commentReply = aboutEvent(['comment.posted'], async (scene, event) => {
  const { title, state, scope, log, context } = scene;
  const { replyTo } = event.data;
  const mine = replyTo === null ? undefined : own(state.comments, String(replyTo));
  const isStanding = own(state.comments, String(event.position))?.text !== null;
  if (mine?.actor !== scope.pseudonym || !isStanding) return null;
  const who = (await namesIn(context.store, log)).get(event.actor) ?? words('somebody');
  return {
    subject: words('commentReply.subject', { title }),
    body: [{ text: words('commentReply.says', { who, at: scene.when(event.at) }) }, scene.link('discussion')],
  };
});
