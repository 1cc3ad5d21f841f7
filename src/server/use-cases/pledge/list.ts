/** Pledges with their conditions, and how the ratifying set forms from those that the reader may see. */
import { periodOf } from '@/negotiation/period';
import type { PledgesView } from '@/negotiation/pledge-view';
import { ratifying } from '@/negotiation/ratifying';
import { PERIODS_OF } from '@/negotiation/rules/periods';
import { statementCounts, visibleStatements } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';

export function listPledges({ known: { state }, viewer }: NegotiationScope<'pledge.list'>): PledgesView {
  const seen = Object.values(visibleStatements(state, viewer).pledges).flatMap(({ now }) => now ?? []);
  return {
    open: PERIODS_OF['pledge.made'].includes(periodOf(state.phase, new Date().toISOString())),
    sealed: state.mode === 'sealed' && state.phase.kind === 'open',
    count: statementCounts(state, viewer)?.pledges ?? null,
    profiles: state.profiles.flatMap(({ profile: { id } }) => {
      const pledges = seen
        .filter(({ profile }) => profile === id)
        .map(({ stakeholder, condition }) => ({ stakeholder, condition }));
      return pledges.length === 0 ? [] : [{ profile: id, pledges, ...ratifying(state, pledges) }];
    }),
  };
}
