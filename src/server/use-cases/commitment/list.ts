/** How each stakeholder's strategy in the adopted profile fares. Reports and disputes are known among members. */
import type { CommitmentsView, CommitmentView } from '@/negotiation/commitment-view';
import { periodOf } from '@/negotiation/period';
import { openDue } from '@/negotiation/reports-due';
import { PERIODS_OF } from '@/negotiation/rules/periods';
import { type NegotiationState, own } from '@/negotiation/state';
import { columnOf } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { textsOf } from '../../db/texts';

export async function listCommitments({
  known: { state },
  viewer,
  log,
  store,
}: NegotiationScope<'commitment.list'>): Promise<CommitmentsView> {
  const { conclusion, reporting } = state;
  const now = new Date().toISOString();
  const open = PERIODS_OF['commitment.reported'].includes(periodOf(state.phase, now));
  const isMember = columnOf(state, viewer) === 'member';
  const owed = state.stakeholders.flatMap(({ id: stakeholder }) => {
    const commitment = own(state.commitments, stakeholder);
    return commitment === undefined ? [] : [{ stakeholder, ...commitment }];
  });
  const hashes = [
    conclusion?.reason ?? null,
    ...owed.flatMap(({ reports, disputes }) => [
      ...reports.map(({ evidence }) => evidence),
      ...disputes.map(({ reason }) => reason),
    ]),
  ].filter((hash) => hash !== null);
  const texts = await textsOf(store.pool, log, hashes);
  const textOf = (hash: string | null) => (hash === null ? null : (texts(hash) ?? null));
  return {
    conclusion: conclusion && {
      profile: conclusion.profile,
      at: conclusion.at,
      reason: textOf(conclusion.reason),
    },
    open,
    schedule:
      isMember && open && reporting !== null
        ? { first: reporting.first, everyMonths: reporting.everyMonths }
        : null,
    commitments: owed.map(({ stakeholder, strategy, reports, disputes }) => ({
      stakeholder,
      strategy,
      due: isMember && open ? dueOf(state, stakeholder, now) : null,
      reports: isMember
        ? reports.map(({ position, at, status, evidence }) => ({
            position,
            at,
            status,
            evidence: textOf(evidence),
            disputes: disputes
              .filter(({ report }) => report === position)
              .map((dispute) => ({
                position: dispute.position,
                at: dispute.at,
                by: dispute.by,
                reason: textOf(dispute.reason),
              })),
          }))
        : null,
    })),
  };
}

function dueOf(state: NegotiationState, stakeholder: string, now: string): CommitmentView['due'] {
  const commitment = own(state.commitments, stakeholder);
  const due = commitment && openDue(state, commitment);
  return due ? { at: due.at, overdue: due.at < now } : null;
}
