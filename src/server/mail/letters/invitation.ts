/** The letter with which somebody is invited. */
import { own } from '@/negotiation/state';
import { newToken, tokenHash } from '../../auth/secret-token';
import { databaseNow } from '../../db/clock';
import { keepInvitationToken } from '../../db/invitations';
import type { Composer } from '../letter';
import { instantIn, words } from '../words';

/** Each time it leaves it carries a secret of its own, so that a second try spoils no letter that did arrive. */
export const invitationLetter: Composer = async ({ log, about }, { store, reader }) => {
  const id = about['invitation'];
  const state = log === null ? undefined : (await store.states.newest(log))?.state;
  const invited = state === undefined || id === undefined ? undefined : own(state.invitations, id);
  if (log === null || id === undefined || state === undefined || invited === undefined) return null;
  if (invited.status !== 'open' || invited.expiresAt < (await databaseNow(store.pool))) return null;
  const token = newToken();
  await keepInvitationToken(store.pool, log, id, tokenHash(token));
  const stakeholder = state.stakeholders.find((each) => each.id === invited.stakeholder)?.name ?? '';
  const { title } = state;
  return {
    subject: words('invitation.subject', { title }),
    body: [
      { text: words(`invitation.${invited.role}`, { title, stakeholder }) },
      { link: words('invitation.link'), path: `/join/${token}` },
      { text: words('invitation.until', { at: instantIn(reader.timeZone, invited.expiresAt) }) },
      { text: words('invitation.mistaken') },
    ],
  };
};
