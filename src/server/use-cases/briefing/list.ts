/** The briefings of a negotiation, and who has acknowledged which (product.md §3). */
import type { BriefingList } from '@/negotiation/briefing-view';
import type { NegotiationScope } from '../../auth/scope';
import { briefingHead } from './head';

export function listBriefings({ known: { state }, viewer }: NegotiationScope<'briefing.list'>): BriefingList {
  return { briefings: state.briefings.map((briefing) => briefingHead(state, viewer, briefing)) };
}
