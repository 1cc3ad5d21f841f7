/** The frame as it was when a standing was computed: by now it may have other weights, profiles or another rule. */
import type { NegotiationFile } from '@/negotiation/file/model';
import type { NegotiationState } from '@/negotiation/state';
import { frameFile } from '@/negotiation/visibility';
import { workedOut } from '@/negotiation/worked-out';
import type { NegotiationScope } from '../../auth/scope';
import { keptOf } from './kept-of';

/** A frame of n = 1,000 stakeholders and m = 64 profiles takes a few hundred kilobytes. */
const KEPT = { name: 'frames-then', most: 16 } as const;

/** One and the same for as long as the state stands, so that what pages work out of it is worked out once. */
const frameNow = workedOut((state: NegotiationState) => frameFile(state));

/** @param position of a standing that the reader was given. Free texts are left out. */
export async function getFrameThen(
  scope: NegotiationScope<'standing.get'>,
  position: number,
): Promise<NegotiationFile> {
  const { store, log, known } = scope;
  if (position === known.position) return frameNow(known.state);
  return keptOf(KEPT, scope, position, '', async () => {
    const { state } = await store.states.at(store.pool, log, position);
    return frameFile(state);
  });
}
