/** What a reader could do next, most urgent first (product.md §3, "what waits for me"). */
import type { BallotBody } from '@/negotiation/file/model';
import { periodOf } from '@/negotiation/period';
import { askedFrom, openDue } from '@/negotiation/reports-due';
import type { Viewer } from '@/negotiation/roles';
import { type NegotiationState, own } from '@/negotiation/state';
import type { NextStep } from '@/negotiation/views';

export function nextSteps(
  state: NegotiationState,
  viewer: Viewer,
  {
    now,
    hasStanding,
    bodies,
  }: {
    readonly now: string;
    readonly hasStanding: boolean;
    /** The newest ballots of the viewer's own stakeholders, sealed ones opened. */
    readonly bodies: ReadonlyMap<string, BallotBody | null>;
  },
): NextStep[] {
  const period = periodOf(state.phase, now);
  const steps: NextStep[] = [];
  for (const stakeholder of viewer.stakeholders) {
    const briefings = unacknowledged(state, stakeholder);
    const mayAcknowledge = period === 'draft' || period === 'open' || period === 'closed';
    if (mayAcknowledge && briefings.length > 0) steps.push({ kind: 'acknowledge', stakeholder, briefings });
    const asked = state.consents.filter(
      ({ status, words }) => status === 'asked' && own(words, stakeholder) === undefined,
    );
    if (asked.length > 0 && period === 'closed')
      steps.push({ kind: 'consent', stakeholder, count: asked.length });
    const report = period === 'concluded' ? nearReport(state, stakeholder, now) : null;
    if (report !== null) steps.push({ kind: 'report', stakeholder, ...report });
    if (period !== 'open') continue;
    if (own(state.entered, stakeholder) !== undefined) steps.push({ kind: 'confirm', stakeholder });
    const body = bodies.get(stakeholder) ?? null;
    const profiles = body === null ? [] : uncovered(state, body);
    if (own(state.votes, stakeholder) === undefined) steps.push({ kind: 'cast', stakeholder });
    else if (profiles.length > 0) steps.push({ kind: 'complete', stakeholder, profiles });
  }
  if (viewer.roles.includes('facilitator')) {
    const waiting = state.profiles.filter(({ status }) => status === 'proposed').length;
    const mayAdmit = period === 'draft' || period === 'open' || period === 'closed';
    if (mayAdmit && waiting > 0) steps.push({ kind: 'admit', count: waiting });
    if (period === 'draft' || period === 'closed') steps.push({ kind: 'open-round' });
    const missing = state.stakeholders.filter(({ id }) => own(state.votes, id) === undefined).length;
    if (period === 'open' && missing > 0) steps.push({ kind: 'wait-for-ballots', count: missing });
    else if (period === 'open' || period === 'lapsed')
      steps.push({ kind: 'close-round', lapsed: period === 'lapsed' });
    const isOwed = Object.keys(state.commitments).length > 0;
    if (period === 'concluded' && isOwed && state.reporting === null && !state.reportingEnded)
      steps.push({ kind: 'schedule-reports' });
  }
  if (hasStanding) steps.push({ kind: 'read-standing' });
  return steps;
}

/** The report that the stakeholder owes, from when it is asked for (and reminded of). */
function nearReport(
  state: NegotiationState,
  stakeholder: string,
  now: string,
): { readonly due: string; readonly overdue: boolean } | null {
  const commitment = own(state.commitments, stakeholder);
  const due = commitment && openDue(state, commitment);
  const from = due && askedFrom(state, due.turn);
  return due && from && from <= now ? { due: due.at, overdue: due.at < now } : null;
}

/** Required briefings whose newest version the stakeholder has not acknowledged. */
export function unacknowledged(state: NegotiationState, stakeholder: string): string[] {
  return state.briefings
    .filter(({ id, required, version }) => {
      if (required !== true) return false;
      return (own(state.acknowledged, `${stakeholder} ${id}`) ?? 0) < version;
    })
    .map(({ id }) => id);
}

/** Profiles now in the negotiation that the ballot says nothing of; an abstention covers all. */
export function uncovered(state: NegotiationState, ballot: BallotBody): string[] {
  if ('abstain' in ballot) return [];
  const covered = 'scores' in ballot ? ballot.scores : ballot.criteria.scores;
  return state.profiles
    .filter(({ status, profile }) => status === 'admitted' && !Object.hasOwn(covered, profile.id))
    .map(({ profile }) => profile.id);
}
