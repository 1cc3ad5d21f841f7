/** Letters about the address of an account. */
import { newToken, tokenHash } from '../../auth/secret-token';
import { keepAccountToken, TOKEN_HOURS } from '../../db/account-tokens';
import { claimedAddress, findCandidates } from '../../db/accounts';
import type { Composer } from '../letter';
import { words } from '../words';

/** To the address that an account claims; none where it claims another by now. */
export const addressConfirmLetter: Composer = async ({ to, about }, { store }) => {
  const userId = about['user'];
  if (!('address' in to) || userId === undefined) return null;
  const email = to.address;
  if ((await claimedAddress(store, userId)) !== email) return null;
  const subject = words('addressConfirm.subject');
  const { owner } = await findCandidates(store, email);
  if (owner !== null) return { subject, body: [{ text: words('addressConfirm.taken') }] };
  const token = newToken();
  await keepAccountToken(store, tokenHash(token), { userId, purpose: 'confirm', email });
  return {
    subject,
    body: [
      { text: words('addressConfirm.says', { hours: TOKEN_HOURS.confirm }) },
      { link: words('addressConfirm.link'), path: `/confirm/${token}` },
      { text: words('addressConfirm.mistaken') },
    ],
  };
};

/** To the address that an account had before. */
export const addressChangedLetter: Composer = () =>
  Promise.resolve({
    subject: words('addressChanged.subject'),
    body: [{ text: words('addressChanged.says') }, { text: words('addressChanged.mistaken') }],
  });
