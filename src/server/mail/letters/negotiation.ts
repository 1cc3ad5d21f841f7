/** Letters about briefings, consent and the conclusion. */
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
