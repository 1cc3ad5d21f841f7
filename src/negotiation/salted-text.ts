import { concat, fromHex, sha256, toHex, utf8 } from '@/ledger/hash';

/** What stands in an event for a free text: SHA-256(salt ‖ text), the salt being 32 bytes (ledger.md §1). Hex. */
export function saltedHash(saltHex: string, text: string): string {
  return toHex(sha256(concat(fromHex(saltHex), utf8(text))));
}
