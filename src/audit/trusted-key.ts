import { parseVerifierKey, type VerifierKey } from '@/ledger/note';

/** A verifier key as an auditor has it at hand, white space around it and all; `null` where the text is none. */
export function trustedKey(text: string): VerifierKey | null {
  return parseVerifierKey(text.trim());
}
