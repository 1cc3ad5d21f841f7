/** How much say the rule gives each stakeholder (aggregation.md §4): it follows from the frame, which all may see. */
import type { PowerResult } from '@/core/model';
import type { NegotiationScope } from '../../auth/scope';
import { isObject, processWide } from '../../process/singleton';
import { powerOf } from './power-of';

/** By the frame's text: exact power of many stakeholders takes up to seconds, and frames seldom change. */
const KEPT = 32;

export async function getPower({ known }: NegotiationScope<'standing.power'>): Promise<PowerResult> {
  const { rule, stakeholders, dimensions } = known.state;
  const frame = JSON.stringify({ rule, stakeholders, dimensions });
  const kept = processWide<Map<string, PowerResult>>('power', isObject, () => new Map());
  const found = kept.get(frame);
  if (found !== undefined) return found;
  const power = powerOf(known.state);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(frame, power);
  return power;
}
