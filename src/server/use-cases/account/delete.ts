/** A person deletes their account (ledger.md §1): the histories keep their pseudonym, and still verify. */
import { checkPassword } from '../../auth/password';
import { type Scope, userOf } from '../../auth/scope';
import { signInLimit } from '../../auth/sign-in-limit';
import { passwordHashOf } from '../../db/accounts';
import { forgetPerson, type SoleSeat, soleSeats } from '../../db/forget-person';
import { type Answer, answered, refused, TOO_MANY_TRIES, WRONG_PASSWORD } from '../../refusal';

/** Asks the password again, and counts tries as signing in does: a browser left open is not enough. */
export async function deleteAccount(
  scope: Scope<'account.delete'>,
  password: string,
  address: string,
): Promise<Answer<null>> {
  const { id, email } = userOf(scope);
  const limit = signInLimit(scope.store, email, address);
  if (!(await limit.allow())) return refused(TOO_MANY_TRIES);
  if (!(await checkPassword(await passwordHashOf(scope.store, id), password))) return refused(WRONG_PASSWORD);
  await limit.forgive();
  await forgetPerson(scope.store.pool, id);
  return answered(null);
}

/** What the deletion means for others: seats that nobody else holds. */
export function seatsLeftEmpty(scope: Scope<'account.delete'>): Promise<SoleSeat[]> {
  return soleSeats(scope.store.pool, userOf(scope).id);
}
