/**
 * Limits on sign-in attempts, in Postgres and so shared by all servers. Two counts: of one account from one address,
 * and of everything from one address. An account alone is not limited, or anybody could lock its owner out.
 */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Store } from '../db/store';

export const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 200;
const WINDOW_SECONDS = 15 * 60;

export interface SignInLimit {
  /** Counts an attempt before the password is looked at; `false`: too many, try again later. */
  allow(): Promise<boolean>;
  /** The password was right: this attempt does not count, and earlier ones of the account are forgotten. */
  forgive(): Promise<void>;
}

export function signInLimit(store: Store, email: string, address: string): SignInLimit {
  const perAccount = limiter(store, 'account', TRIES_PER_ACCOUNT);
  const perAddress = limiter(store, 'address', TRIES_PER_ADDRESS);
  const account = keyOf(email.toLowerCase(), address);
  const place = keyOf(address);
  return {
    allow: async () => (await consume(perAccount, account)) && (await consume(perAddress, place)),
    forgive: async () => {
      await perAccount.delete(account);
      await perAddress.reward(place);
    },
  };
}

function limiter(store: Store, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: store.pool,
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

async function consume(limit: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limit.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** Hashed, so that the table holds no addresses of people or machines. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
