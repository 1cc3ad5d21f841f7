/** Makes an account on the way into a negotiation: there is no other way to one (issue: sign up by invitation). */
import { hashPassword } from '../../auth/password';
import type { Scope } from '../../auth/scope';
import { createAccount, dropNewAccount } from '../../db/accounts';
import { inTransaction } from '../../db/pool';
import { dispatch } from '../../mail/dispatch';
import { ADDRESS_HAS_ACCOUNT, type Answer, NO_SUCH_INVITATION, refused } from '../../refusal';
import { offerOf } from '../invitation/good-invitation';
import { type Joined, takeSeat } from '../invitation/join';

export interface SignUp {
  readonly token: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly password: string;
}

/**
 * Whoever holds the letter to an address has shown that it is theirs. Any other address is claimed, and the answer is
 * the same whether or not somebody has it; its owner is written to.
 */
export async function signUp(
  { store }: Scope<'account.signUp'>,
  { token, name, email, password }: SignUp,
  machine: string,
): Promise<Answer<Joined>> {
  const offer = await offerOf(store, token, null, machine);
  if (!offer.ok) return offer;
  if (offer.value.kind !== 'good') return refused(NO_SUCH_INVITATION);
  const { found } = offer.value;
  const confirmed = found.email === email;
  const passwordHash = await hashPassword(password);
  const id = await createAccount(store, { name, email, passwordHash, confirmed });
  if (id === null) return refused(ADDRESS_HAS_ACCOUNT);
  const joined = await takeSeat(store, id, found.log, found.invitation);
  if (!joined.ok) {
    await dropNewAccount(store, id);
    return joined;
  }
  if (!confirmed) {
    await inTransaction(store.pool, (client) =>
      dispatch(client, { kind: 'address.confirm', to: { address: email }, about: { user: id } }),
    );
  }
  return joined;
}
