/** Chooses a password anew by the secret of a letter. */
import { tokenLimit } from '../../auth/limits';
import { hashPassword } from '../../auth/password';
import type { Scope } from '../../auth/scope';
import { tokenHash } from '../../auth/secret-token';
import { dropAccountTokens, isAccountToken, takeAccountToken } from '../../db/account-tokens';
import { confirmAddress, setPassword } from '../../db/accounts';
import { inTransaction } from '../../db/pool';
import { endAllSessions } from '../../db/sessions';
import type { Store } from '../../db/store';
import { type Answer, answered, LINK_SPENT, refused, TOO_MANY_TRIES } from '../../refusal';

/** Ends every session of the account. That the letter arrived confirms its address as well. */
export async function resetPassword(
  { store }: Scope<'account.reset'>,
  token: string,
  password: string,
  machine: string,
): Promise<Answer<{ email: string }>> {
  const limit = tokenLimit(store);
  if (!(await limit.allow([machine]))) return refused(TOO_MANY_TRIES);
  const passwordHash = await hashPassword(password);
  const taken = await inTransaction(store.pool, async (client) => {
    const found = await takeAccountToken(client, tokenHash(token), 'reset');
    if (found === null) return null;
    await setPassword(client, found.userId, passwordHash);
    await dropAccountTokens(client, found.userId, 'reset');
    await confirmAddress(client, found.userId, found.email);
    return found;
  });
  if (taken === null) return refused(LINK_SPENT);
  await limit.forgive([machine]);
  await endAllSessions(store, taken.userId);
  return answered({ email: taken.email });
}

/** For the page: whether there is a use in asking for a password at all. Counted like any other try. */
export async function isResetLinkGood(store: Store, token: string, machine: string): Promise<boolean> {
  const limit = tokenLimit(store);
  if (!(await limit.allow([machine]))) return false;
  const isGood = await isAccountToken(store, tokenHash(token), 'reset');
  if (isGood) await limit.forgive([machine]);
  return isGood;
}
