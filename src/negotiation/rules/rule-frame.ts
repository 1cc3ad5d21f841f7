import type { AdequacyFrame } from '../file/validate-rule';
import type { NegotiationState } from '../state';

/** What the negotiation's own rule may refer to, and who weighs. Costs n. */
export function ruleFrameOf(state: Pick<NegotiationState, 'stakeholders' | 'dimensions'>): AdequacyFrame {
  const weighing = new Set<string>();
  for (const { weights = {} } of state.stakeholders) {
    for (const [dimension, weight] of Object.entries(weights)) if (weight > 0) weighing.add(dimension);
  }
  return {
    dimensions: new Set(state.dimensions.map(({ id }) => id)),
    stakeholders: new Set(state.stakeholders.map(({ id }) => id)),
    weighing,
  };
}
