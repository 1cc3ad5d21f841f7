/** Letters about profiles: to the facilitators, to who proposed one, and to delegates whose ballots do not cover it. */
import { textsOf } from '../../db/texts';
import type { Part } from '../letter';
import { proposalBefore } from '../proposal';
import { words } from '../words';
import { aboutEvent, profileTitle, type Scene, stakeholderName } from './scene';

/** While it waits. */
export const profileProposed = aboutEvent(['profile.proposed'], (scene, event) => {
  const { title, state, scope } = scene;
  const { profile, stakeholder } = event.data;
  const entry = state.profiles.find((known) => known.profile.id === profile.id);
  if (entry?.status !== 'proposed' || stakeholder === null) return null;
  if (!scope.viewer.roles.includes('facilitator')) return null;
  return {
    subject: words('profileProposed.subject', { title }),
    body: [
      {
        text: words('profileProposed.says', {
          stakeholder: stakeholderName(state, stakeholder),
          profile: profile.title,
        }),
      },
      scene.link('profiles'),
    ],
  };
});

/** While it is in the negotiation. */
export const profileNew = aboutEvent(['profile.admitted'], (scene, event) => {
  const { title, state, scope } = scene;
  const { stakeholders } = scope.viewer;
  const isIn = state.profiles.some(({ profile }) => profile.id === event.data.profile);
  if (!isIn || stakeholders.length === 0) return null;
  const profile = profileTitle(state, event.data.profile);
  return {
    subject: words('profileNew.subject', { title, profile }),
    body: [
      { text: words('profileNew.says', { profile, at: scene.when(event.at) }) },
      { text: words('profileNew.complete', { stakeholders: scene.namesOf(stakeholders) }) },
      scene.link('profiles'),
      scene.link('ballot'),
    ],
  };
});

export const profileDecided = aboutEvent(['profile.admitted', 'profile.refused'], async (scene, event) => {
  const { title, log, context, scope } = scene;
  const proposal = await proposalBefore(context.store.pool, log, event.data.profile, event.position);
  if (proposal === null || proposal.actor !== scope.pseudonym) return null;
  const profile = proposal.title;
  const at = scene.when(event.at);
  const isAdmitted = event.type === 'profile.admitted';
  return {
    subject: words(isAdmitted ? 'profileDecided.subjectAdmitted' : 'profileDecided.subjectRefused', {
      title,
      profile,
    }),
    body: [
      { text: words(isAdmitted ? 'profileDecided.admitted' : 'profileDecided.refused', { profile, at }) },
      ...(event.type === 'profile.refused' ? await reason(scene, event.data.reason) : []),
      scene.link('profiles'),
    ],
  };
});

async function reason({ context, log }: Scene, hash: string): Promise<Part[]> {
  const text = (await textsOf(context.store.pool, log, [hash]))(hash);
  return typeof text === 'string' ? [{ text: words('profileDecided.reason', { reason: text }) }] : [];
}
