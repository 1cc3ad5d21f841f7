/** The keys that this installation signs with, and signed with before, under the name that an origin gives them. */
import { formatVerifierKey } from '@/ledger/note';
import type { Scope } from '../../auth/scope';

export function verifierKeys(
  { store }: Scope<'history.keys'>,
  origin: string,
): { readonly keys: readonly string[] } {
  return { keys: store.keys.verifiersOf(origin).map(formatVerifierKey) };
}
