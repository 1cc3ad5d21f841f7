import { parseWitnessKey, type WitnessKey } from '@/ledger/cosignature';
import { parseVerifierKey, type VerifierKey } from '@/ledger/note';

/** A verifier key as an auditor has it at hand, white space around it and all; `null` where the text is none. */
export function trustedKey(text: string): VerifierKey | null {
  return parseVerifierKey(text.trim());
}

/** The key of a witness, likewise. */
export function trustedWitness(text: string): WitnessKey | null {
  return parseWitnessKey(text.trim());
}
