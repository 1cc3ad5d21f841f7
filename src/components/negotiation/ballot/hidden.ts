import type { NegotiationView } from '@/negotiation/views';

/**
 * What of others' ballots is hidden from the writer: nothing, what they have cast since the last round closed, so that
 * the standing of then is all there is to start from (ledger.md §3), or all, so that nothing can be said of verdicts.
 */
export type Hidden = 'nothing' | 'since' | 'all';

/** What of others' ballots is hidden from a delegate who writes one (product.md §2, "Who sees what, and when"). */
export function hiddenOf({
  mode,
  phase,
  standing,
}: Pick<NegotiationView, 'mode' | 'phase' | 'standing'>): Hidden {
  if (mode === 'private') return 'all';
  if (mode === 'open' || phase !== 'open') return 'nothing';
  return standing.kind === 'at' ? 'since' : 'all';
}
