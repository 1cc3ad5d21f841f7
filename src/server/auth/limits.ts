/** Counts of tries at what can be guessed, in Postgres and so shared by all servers. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Store } from '../db/store';

export interface Limit {
  /** Counts a try of this key; `false`: too many, try again later. */
  allow(key: readonly string[]): Promise<boolean>;
  /** The try turned out well: it does not count. */
  forgive(key: readonly string[]): Promise<void>;
  /** Earlier tries are forgotten too. */
  forget(key: readonly string[]): Promise<void>;
}

const QUARTER_HOUR = 15 * 60;

/** @param name of the count: keys of different names do not meet. */
export function limitOf(store: Store, name: string, points: number, seconds = QUARTER_HOUR): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: store.pool,
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  return {
    allow: async (key) => {
      try {
        await limiter.consume(keyOf(key));
        return true;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      }
    },
    forgive: async (key) => {
      await limiter.reward(keyOf(key));
    },
    forget: async (key) => {
      await limiter.delete(keyOf(key));
    },
  };
}

/** Tries at the secret of a link, from one machine: 256 bits are not found so, and nobody shall try. */
export function tokenLimit(store: Store): Limit {
  return limitOf(store, 'token', 30);
}

/** Letters that one machine asks for. */
export function letterLimit(store: Store): Limit {
  return limitOf(store, 'letter', 20);
}

/** Letters to one address or account: nobody's mailbox is filled through us. */
export function mailboxLimit(store: Store): Limit {
  return limitOf(store, 'mailbox', 5, 60 * 60);
}

/** Hashed, so that the table holds no addresses of people or machines. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
