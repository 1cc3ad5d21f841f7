/** A letter with which a password can be chosen anew. */
import { letterLimit, mailboxLimit } from '../../auth/limits';
import type { Scope } from '../../auth/scope';
import { inTransaction } from '../../db/pool';
import { dispatch } from '../../mail/dispatch';
import { type Answer, answered, refused, TOO_MANY_TRIES } from '../../refusal';

/**
 * The same answer after the same work, whether or not there is such an account: who has one is asked when the letter
 * would leave. An address that has had its letters gets no further one, and whoever asks is not told.
 */
export async function forgot(
  { store }: Scope<'account.forgot'>,
  email: string,
  machine: string,
): Promise<Answer<null>> {
  if (!(await letterLimit(store).allow([machine]))) return refused(TOO_MANY_TRIES);
  if (await mailboxLimit(store).allow([email])) {
    await inTransaction(store.pool, (client) =>
      dispatch(client, { kind: 'password.reset', to: { address: email } }),
    );
  }
  return answered(null);
}
