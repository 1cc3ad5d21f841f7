import type { BriefingView } from '@/negotiation/briefing-view';
import type { Viewer } from '@/negotiation/roles';
import { type BriefingEntry, type NegotiationState, own } from '@/negotiation/state';
import { seesAcknowledgements } from '@/negotiation/visibility';

/** A briefing without its text, as the viewer may know it. */
export function briefingHead(
  state: NegotiationState,
  viewer: Viewer,
  { id, title, required, version }: BriefingEntry,
): Omit<BriefingView, 'text' | 'open'> {
  return {
    id,
    title,
    required: required === true,
    version,
    mine: viewer.stakeholders.map((stakeholder) => ({
      stakeholder,
      version: own(state.acknowledged, `${stakeholder} ${id}`) ?? null,
    })),
    acknowledgedBy: seesAcknowledgements(state, viewer) ? acknowledgedBy(state, id) : null,
  };
}

function acknowledgedBy(state: NegotiationState, briefing: string) {
  return state.acknowledgements
    .filter(
      (each) =>
        each.briefing === briefing &&
        each.version === own(state.acknowledged, `${each.stakeholder} ${briefing}`),
    )
    .map(({ stakeholder, version, at }) => ({ stakeholder, version, at }));
}
