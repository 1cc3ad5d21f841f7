/** Counts of tries at what can be guessed, in Postgres and so shared by all servers. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Store } from '../db/store';

/** What is left of a limit that was too small for what was asked, and when all of it is there again. */
export interface Exceeded {
  readonly most: number;
  readonly left: number;
  readonly freeInMs: number;
}

export interface Limit {
  /** Counts a try of this key; `false`: too many, try again later. */
  allow(key: readonly string[]): Promise<boolean>;
  /** Counts so many at once; too many count for nothing, and `null` is that they were not. */
  take(key: readonly string[], points: number): Promise<Exceeded | null>;
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
    take: async (key, wanted) => {
      if (wanted === 0) return null;
      try {
        await limiter.consume(keyOf(key), wanted);
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        // They were counted in asking. Two who ask at once may both be refused; neither gets more.
        await limiter.reward(keyOf(key), wanted);
        const left = Math.max(0, points - (refused.consumedPoints - wanted));
        return { most: points, left, freeInMs: refused.msBeforeNext };
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

const DAY = 24 * 60 * 60;

/** Letters of invitation that one person has sent: a table of thirty with some delegates each, and not a town. */
export function invitationLimit(store: Store): Limit {
  return limitOf(store, 'invitation', 200, DAY);
}

/** The same invitation to the same address once more, by one person. */
export function invitationAgainLimit(store: Store): Limit {
  return limitOf(store, 'invitation-again', 5, DAY);
}

/** Hashed, so that the table holds no addresses of people or machines. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
