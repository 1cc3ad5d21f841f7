/** What was worked out of a recorded standing and never changes: reading an old state again may take seconds. */
import type { NegotiationScope } from '../../auth/scope';
import { isObject, processWide } from '../../process/singleton';

type Scope = Pick<NegotiationScope<'standing.get' | 'standing.pair'>, 'log' | 'known'>;

/**
 * Kept by the recorded result's hash, since a log that was restored may have another history at the same position.
 * What was not recorded is made anew: the newest standing changes with every event, and its state is at hand.
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
  if (recorded === undefined) return make();
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
