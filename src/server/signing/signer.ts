/** A log whose key has rotated is signed with no other (ledger.md §2). */
import { equalBytes } from '@/ledger/hash';
import { parseVerifierKey } from '@/ledger/note';
import type { LogKeys } from './keys';

/** This server was not told of a rotation. Nothing was done, and nothing signed. */
export class NotTheSigner extends Error {
  constructor(log: string) {
    super(
      `The history ${log} is signed with another key since its rotation. This server does not have that key, and neither writes nor signs: whoever operates it starts it with the new key.`,
    );
  }
}

/**
 * @param newest the verifier key that the log itself names as its newest; `null` where it never rotated.
 * @throws {NotTheSigner} where it is not the one at hand.
 */
export function assertSigner(keys: LogKeys, log: string, newest: string | null): void {
  if (newest === null) return;
  const told = parseVerifierKey(newest);
  // Under the name of whichever epoch: a key goes on as it is when the next begins.
  if (told === null || !equalBytes(told.publicKey, keys.of(log, 1).publicKey)) throw new NotTheSigner(log);
}
