import { toFile } from '@/negotiation/export';
import type { NegotiationFile } from '@/negotiation/file/model';
import { type Followed, followBundle } from './follow';

export type Unfollowed = Exclude<Followed, { readonly kind: 'read' }>;

export type Replayed =
  | { readonly kind: 'file'; readonly file: NegotiationFile; readonly position: number }
  /** The log has fewer events. */
  | { readonly kind: 'absent'; readonly position: number; readonly size: number }
  | Unfollowed;

/**
 * The negotiation file as of a position (ledger.md §4), from the events up to it alone. Texts that the bundle does
 * not carry are left out. Before the set-up is complete the file may lack what a file needs.
 */
export async function replayBundle(lines: AsyncIterable<Uint8Array>, position: number): Promise<Replayed> {
  const followed = await followBundle(lines, { until: position });
  if (followed.kind !== 'read') return followed;
  const { state, texts, walk } = followed;
  if (state === null || state.position < position) return { kind: 'absent', position, size: walk.next };
  const file = toFile(state, { texts: (hash) => texts.get(hash), openings: walk.openings });
  return { kind: 'file', file, position };
}
