/** What was worked out of a standing and never changes: it may take long, and an old state seconds to be read again. */
import type { NegotiationState } from '@/negotiation/state';
import type { NegotiationScope } from '../../auth/scope';
import { isObject, processWide } from '../../process/singleton';

type Scope = Pick<NegotiationScope<'standing.get' | 'standing.pair'>, 'log' | 'known'>;

/**
 * Kept by the recorded result's hash, since a log that was restored may have another history at the same position. Of what
 * was not recorded, what the newest state was asked for is kept for as long as the state is: also of a position before it,
 * whose standing is shown until its own is computed.
 *
 * @param name of the things kept, and how many of them.
 */
export async function keptOf<T extends object>(
  { name, most }: { readonly name: string; readonly most: number },
  { log, known }: Scope,
  position: number,
  variant: string,
  make: () => Promise<T>,
): Promise<T> {
  const recorded = known.state.results.find((result) => result.position === position);
  if (recorded === undefined) {
    return keptWith(name, known.state, `${position} ${variant}`, make);
  }
  const kept = processWide<Map<string, T>>(name, isObject, () => new Map());
  const key = `${log} ${position} ${recorded.sha256} ${variant}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = await make();
  const oldest = kept.keys().next();
  if (kept.size >= most && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, made);
  return made;
}

/** Of two who ask at once both make it, and the later one's stays. */
async function keptWith<T extends object>(
  name: string,
  state: NegotiationState,
  variant: string,
  make: () => Promise<T>,
): Promise<T> {
  const byState = processWide<WeakMap<NegotiationState, Map<string, T>>>(
    `${name} of newest states`,
    isObject,
    () => new WeakMap(),
  );
  const kept = byState.get(state) ?? new Map<string, T>();
  byState.set(state, kept);
  const made = kept.get(variant) ?? (await make());
  kept.set(variant, made);
  return made;
}
