import { randomBytes } from 'node:crypto';
import { formatSigningKey, formatVerifierKey, isKeyName, signingKey } from '@/ledger/note';
import { complain, DONE } from '../outcome';

/** `parley keygen NAME` (ledger.md §4): a signing key and its verifier key, a line each. */
export function keygen(name: string): number {
  if (!isKeyName(name)) {
    return complain([`parley keygen: ${JSON.stringify(name)} is no name for a key: no white space, no "+"`]);
  }
  const key = signingKey(name, randomBytes(32));
  process.stdout.write(`${formatSigningKey(key)}\n${formatVerifierKey(key)}\n`);
  return DONE;
}
