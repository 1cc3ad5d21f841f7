/** Which pages of a negotiation its reader is led to, in the order of the navigation (product.md §3). */
import { may } from '@/negotiation/permissions';
import type { NegotiationView } from '@/negotiation/views';

export type NegotiationPage =
  | 'overview'
  | 'profiles'
  | 'ballot'
  | 'results'
  | 'session'
  | 'briefings'
  | 'threats'
  | 'pledges'
  | 'discussion'
  | 'commitments'
  | 'people'
  | 'set-up'
  | 'history';

/** Those that matter most come first: a narrow window has room for four. */
export function pagesOf(view: Pick<NegotiationView, 'me' | 'phase'>): readonly NegotiationPage[] {
  const { me, phase } = view;
  const isDelegate = me.stakeholders.length > 0;
  const isFacilitator = me.roles.includes('facilitator');
  const isMember = me.roles.length > 0;
  const isInSession = may('member.list', me);
  const listed: readonly (readonly [NegotiationPage, boolean])[] = [
    ['overview', true],
    ['set-up', isFacilitator && phase === 'draft'],
    ['session', isFacilitator],
    ['profiles', true],
    ['ballot', isDelegate],
    ['results', true],
    ['session', isInSession && !isFacilitator],
    ['briefings', isMember],
    ['threats', isMember],
    ['pledges', isMember],
    ['discussion', may('comment.list', me)],
    ['commitments', isMember && phase === 'concluded'],
    ['people', isMember],
    ['set-up', isFacilitator && phase !== 'draft'],
    ['history', true],
  ];
  return listed.filter(([, shown]) => shown).map(([page]) => page);
}
