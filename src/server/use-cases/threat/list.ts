/** Threat and acute-risk assessments, and what shows that guarantees were delivered, as the reader may see them. */
import { periodOf } from '@/negotiation/period';
import { PERIODS_OF } from '@/negotiation/rules/periods';
import type { ThreatsView } from '@/negotiation/threat-view';
import { statementCounts, visibleStatements } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { deliveryTexts } from '../../db/delivery-texts';
import { textsOf } from '../../db/texts';

export async function listThreats({
  known: { state },
  viewer,
  log,
  store,
}: NegotiationScope<'threat.list'>): Promise<ThreatsView> {
  const seen = visibleStatements(state, viewer);
  const assessed = Object.values(seen.threatAssessments).flatMap(({ now }) => now ?? []);
  const acute = Object.values(seen.acuteRisks).flatMap(({ now }) => now ?? []);
  const hashes = [
    ...assessed.flatMap(({ reason, evidence }) => [reason, evidence]),
    ...acute.map(({ reason }) => reason),
  ].filter((hash) => hash !== null);
  const texts = await textsOf(store.pool, log, hashes);
  const textOf = (hash: string | null) => (hash === null ? null : (texts(hash) ?? null));
  return {
    open: PERIODS_OF['threat.assessed'].includes(periodOf(state.phase, new Date().toISOString())),
    sealed: state.mode === 'sealed' && state.phase.kind === 'open',
    counts: statementCounts(state, viewer),
    assessments: assessed.map(({ stakeholder, profile, threat, change, reason, evidence }) => ({
      stakeholder,
      profile,
      threat,
      change,
      reason: textOf(reason),
      evidence: textOf(evidence),
    })),
    acuteRisks: acute.map(({ stakeholder, profile, ends, reason }) => ({
      stakeholder,
      profile,
      ends,
      reason: textOf(reason),
    })),
    deliveries: await deliveryTexts(store.pool, log, state),
  };
}
