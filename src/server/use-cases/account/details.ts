/** What the reader's own account page shows, and the choice of a time zone. */
import { type Scope, userOf } from '../../auth/scope';
import { type AccountDetails, accountDetails, setTimeZone } from '../../db/accounts';

export function myAccount(scope: Scope<'account.export'>): Promise<AccountDetails> {
  return accountDetails(scope.store, userOf(scope).id);
}

/** @param timeZone IANA name; `null`: as the browser says. */
export function chooseTimeZone(scope: Scope<'account.setTimeZone'>, timeZone: string | null): Promise<void> {
  return setTimeZone(scope.store, userOf(scope).id, timeZone);
}
