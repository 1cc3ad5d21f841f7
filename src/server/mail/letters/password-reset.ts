/** The letter with which a password is chosen anew. */
import { newToken, tokenHash } from '../../auth/secret-token';
import { keepAccountToken, TOKEN_HOURS } from '../../db/account-tokens';
import { findCandidates } from '../../db/accounts';
import type { Composer } from '../letter';
import { words } from '../words';

/** None for an address that no account has: whoever asked for it is not told (issue: answers do not tell). */
export const passwordResetLetter: Composer = async ({ to }, { store }) => {
  if (!('address' in to)) return null;
  const { owner, claimant } = await findCandidates(store, to.address);
  const account = owner ?? claimant;
  if (account === null) return null;
  const token = newToken();
  const kept = { userId: account.id, purpose: 'reset', email: to.address } as const;
  await keepAccountToken(store, tokenHash(token), kept);
  return {
    subject: words('passwordReset.subject'),
    body: [
      { text: words('passwordReset.says', { hours: TOKEN_HOURS.reset }) },
      { link: words('passwordReset.link'), path: `/reset/${token}` },
      { text: words('passwordReset.mistaken') },
    ],
  };
};
