/** How much say the rule gives each stakeholder (aggregation.md §4): it follows from the frame, which all may see. */
import type { PowerResult } from '@/core/model';
import { toFile } from '@/negotiation/export';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import type { NegotiationState } from '@/negotiation/state';
import { workedOut } from '@/negotiation/worked-out';
import type { NegotiationScope } from '../../auth/scope';
import { powerComputer } from '../../jobs/power-computer';
import { isObject, processWide } from '../../process/singleton';

/** By rule and weights: exact power of many stakeholders takes up to seconds, and frames seldom change. */
const KEPT = 32;

/** A millisecond or two of a thousand stakeholders. */
const gameOf = workedOut((state: NegotiationState) => {
  const { rule, stakeholders } = toNegotiation(toFile(state, { ballots: 'none' }));
  return { rule, stakeholders, key: JSON.stringify([rule, stakeholders]) };
});

/** Whoever asks for what is being computed waits for that; what failed is not kept. */
export function getPower({ known }: NegotiationScope<'standing.power'>): Promise<PowerResult> {
  const { rule, stakeholders, key } = gameOf(known.state);
  const kept = processWide<Map<string, Promise<PowerResult>>>('power', isObject, () => new Map());
  const found = kept.get(key);
  if (found !== undefined) return found;
  const computing = powerComputer().compute(rule, stakeholders);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, computing);
  computing.catch(() => {
    if (kept.get(key) === computing) kept.delete(key);
  });
  return computing;
}
