import { openCheckpoint, parseCheckpoint } from '@/ledger/checkpoint';
import { equalBytes } from '@/ledger/hash';
import { parseNote, parseVerifierKey, type VerifierKey } from '@/ledger/note';
import { keyForOrigin, partsOfOrigin } from '@/ledger/origin';
import type { Event } from '@/negotiation/events/event';

/**
 * The keys that a log was signed with, as `key.rotated` tells, each signed by the one before it (ledger.md §2). What
 * makes a key is its public half: its name follows the log's epochs.
 */
export class KeyChain {
  private readonly keys: VerifierKey[] = [];

  /** Takes note of an event that was permitted, so that what it says of keys is sound. */
  note({ type, data }: Event): void {
    if (type !== 'key.rotated') return;
    const told = this.keys.length === 0 ? [data.previous, data.key] : [data.key];
    for (const text of told) {
      const key = parseVerifierKey(text);
      if (key !== null) this.keys.push(key);
    }
  }

  /** Ends the chain with the key that signs now, which is all of it where no key rotated. */
  closedBy(newest: VerifierKey): ClosedChain {
    return { newest, keys: this.keys.length === 0 ? [newest] : this.keys };
  }
}

export interface ClosedChain {
  /** Named after the newest epoch. */
  readonly newest: VerifierKey;
  /** Oldest first. */
  readonly keys: readonly VerifierKey[];
}

/** Whether a key, however its epoch names it, is one of this log's; none is of an epoch that the log has not begun. */
export function isOfChain({ newest, keys }: ClosedChain, key: VerifierKey): boolean {
  const epoch = partsOfOrigin(key.name)?.epoch ?? 1;
  if (keyForOrigin(newest, key.name) === null || epoch > (partsOfOrigin(newest.name)?.epoch ?? 1))
    return false;
  return keys.some(({ publicKey }) => equalBytes(publicKey, key.publicKey));
}

/**
 * The key of the chain whose signature a kept checkpoint bears, under the name that it had then; or why there is
 * none.
 */
export function signerOf(
  { newest, keys }: ClosedChain,
  note: string,
): VerifierKey | 'malformed' | 'wrong-origin' | 'bad-signature' {
  const parsed = parseNote(note);
  const origin = (parsed && parseCheckpoint(parsed.text))?.origin;
  if (origin === undefined) return 'malformed';
  if (keyForOrigin(newest, origin) === null) return 'wrong-origin';
  for (const key of keys) {
    const named = keyForOrigin(key, origin);
    if (named !== null && openCheckpoint(note, named).ok) return named;
  }
  return 'bad-signature';
}
