/** The address of an account: claimed, then confirmed by a letter to it. */
import { letterLimit, mailboxLimit, tokenLimit } from '../../auth/limits';
import { checkPassword } from '../../auth/password';
import { type Scope, userOf } from '../../auth/scope';
import { tokenHash } from '../../auth/secret-token';
import { signInLimit } from '../../auth/sign-in-limit';
import { dropAccountTokens, takeAccountToken } from '../../db/account-tokens';
import { accountDetails, claimAddress, confirmAddress, passwordHashOf } from '../../db/accounts';
import { inTransaction } from '../../db/pool';
import { dispatch } from '../../mail/dispatch';
import {
  ADDRESS_TAKEN,
  type Answer,
  answered,
  LINK_SPENT,
  refused,
  TOO_MANY_TRIES,
  WRONG_PASSWORD,
} from '../../refusal';

/** The account keeps the address that it has until the new one is confirmed. Asks the password again. */
export async function changeAddress(
  scope: Scope<'account.changeAddress'>,
  { email, password }: { readonly email: string; readonly password: string },
  machine: string,
): Promise<Answer<null>> {
  const { store } = scope;
  const user = userOf(scope);
  const limit = signInLimit(store, user.email, machine);
  if (!(await limit.allow())) return refused(TOO_MANY_TRIES);
  if (!(await checkPassword(await passwordHashOf(store, user.id), password))) return refused(WRONG_PASSWORD);
  await limit.forgive();
  return askToConfirm(scope, email, machine);
}

/** The letter once more. */
export async function confirmAgain(
  scope: Scope<'account.confirmAgain'>,
  machine: string,
): Promise<Answer<null>> {
  const { claimedEmail } = await accountDetails(scope.store, userOf(scope).id);
  return claimedEmail === null ? answered(null) : askToConfirm(scope, claimedEmail, machine);
}

async function askToConfirm(
  scope: Scope<'account.changeAddress' | 'account.confirmAgain'>,
  email: string,
  machine: string,
): Promise<Answer<null>> {
  const { store } = scope;
  const { id } = userOf(scope);
  const isAllowed = (await letterLimit(store).allow([machine])) && (await mailboxLimit(store).allow([id]));
  if (!isAllowed) return refused(TOO_MANY_TRIES);
  await inTransaction(store.pool, async (client) => {
    await dropAccountTokens(client, id, 'confirm');
    await claimAddress(client, id, email);
    await dispatch(client, { kind: 'address.confirm', to: { address: email }, about: { user: id } });
  });
  return answered(null);
}

/** By the secret of the letter, wherever it is opened. Whoever had the address before is told. */
export async function confirmByLink(
  { store }: Scope<'account.confirm'>,
  token: string,
  machine: string,
): Promise<Answer<{ email: string }>> {
  const limit = tokenLimit(store);
  if (!(await limit.allow([machine]))) return refused(TOO_MANY_TRIES);
  const answer = await inTransaction(store.pool, async (client) => {
    const found = await takeAccountToken(client, tokenHash(token), 'confirm');
    if (found === null) return refused(LINK_SPENT);
    const confirmed = await confirmAddress(client, found.userId, found.email);
    if (confirmed.kind === 'taken') return refused(ADDRESS_TAKEN);
    if (confirmed.before !== null) {
      await dispatch(client, { kind: 'address.changed', to: { address: confirmed.before } });
    }
    return answered({ email: found.email });
  });
  if (answer.ok) await limit.forgive([machine]);
  return answer;
}
