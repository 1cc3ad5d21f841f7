/** Another password, which ends every other session of the account. */
import { checkPassword, hashPassword } from '../../auth/password';
import { type Scope, userOf } from '../../auth/scope';
import { signInLimit } from '../../auth/sign-in-limit';
import { dropAccountTokens } from '../../db/account-tokens';
import { passwordHashOf, setPassword } from '../../db/accounts';
import { inTransaction } from '../../db/pool';
import { endAllSessions } from '../../db/sessions';
import { type Answer, answered, refused, TOO_MANY_TRIES, WRONG_PASSWORD } from '../../refusal';

export async function changePassword(
  scope: Scope<'account.changePassword'>,
  { current, next }: { readonly current: string; readonly next: string },
  machine: string,
): Promise<Answer<null>> {
  const { store, session } = scope;
  const user = userOf(scope);
  const limit = signInLimit(store, user.email, machine);
  if (!(await limit.allow())) return refused(TOO_MANY_TRIES);
  if (!(await checkPassword(await passwordHashOf(store, user.id), current))) return refused(WRONG_PASSWORD);
  await limit.forgive();
  const passwordHash = await hashPassword(next);
  await inTransaction(store.pool, async (client) => {
    await setPassword(client, user.id, passwordHash);
    await dropAccountTokens(client, user.id, 'reset');
  });
  await endAllSessions(store, user.id, session?.id);
  return answered(null);
}
