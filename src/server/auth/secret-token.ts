/** Secrets that stand in links. The database holds their hashes alone, so that whoever reads it can follow none. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as a link carries them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept. A plain SHA-256 is enough: the secret is random, not chosen. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
