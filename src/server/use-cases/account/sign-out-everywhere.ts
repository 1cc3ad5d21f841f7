/** Ends every session of the signed-in user, on all devices and servers, this one included. */
import { type Scope, userOf } from '../../auth/scope';
import { endAllSessions } from '../../db/sessions';

export async function signOutEverywhere(scope: Scope<'account.signOutEverywhere'>): Promise<void> {
  await endAllSessions(scope.store, userOf(scope).id);
}
