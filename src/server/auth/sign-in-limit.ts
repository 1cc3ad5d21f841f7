/**
 * Limits on sign-in attempts. Two counts: of one account from one address, and of everything from one address. An
 * account alone is not limited, or anybody could lock its owner out.
 */
import type { Store } from '../db/store';
import { limitOf } from './limits';

export const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 200;

export interface SignInLimit {
  /** Counts an attempt before the password is looked at; `false`: too many, try again later. */
  allow(): Promise<boolean>;
  /** The password was right: this attempt does not count, and earlier ones of the account are forgotten. */
  forgive(): Promise<void>;
}

export function signInLimit(store: Store, email: string, address: string): SignInLimit {
  const perAccount = limitOf(store, 'account', TRIES_PER_ACCOUNT);
  const perAddress = limitOf(store, 'address', TRIES_PER_ADDRESS);
  const account = [email.toLowerCase(), address];
  return {
    allow: async () => (await perAccount.allow(account)) && (await perAddress.allow([address])),
    forgive: async () => {
      await perAccount.forget(account);
      await perAddress.forgive([address]);
    },
  };
}
