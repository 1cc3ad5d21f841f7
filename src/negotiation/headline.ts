import type { NegotiationState } from './state';
import type { Headline } from './views';

/** Where a negotiation stands, in a line. */
export function headlineOf({ title, mode, phase, public: isPublic }: NegotiationState): Headline {
  return {
    title,
    mode,
    phase: phase.kind,
    round: phase.kind === 'draft' ? 0 : phase.round,
    deadline: phase.kind === 'open' ? phase.deadline : null,
    public: isPublic,
  };
}
