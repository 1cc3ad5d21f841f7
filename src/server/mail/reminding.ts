/** Whom to remind, and when (pure: the clock and the state are given). */
import { speaksFor } from '@/negotiation/authority';
import { askedFrom, passedBy, reportsMissing } from '@/negotiation/reports-due';
import { type NegotiationState, own } from '@/negotiation/state';

/** Those of the stakeholders that have not cast in the newest round: who has voted is public in every mode. */
export function silentIn(state: NegotiationState, stakeholders: readonly string[]): string[] {
  const opened = state.rounds.at(-1)?.opened.position ?? 0;
  return stakeholders.filter((id) => (own(state.votes, id)?.position ?? -1) < opened);
}

export type Fraction = 'half' | 'late';

/**
 * Which reminder is due in the round that is open: when half, and when nine tenths of the time from its opening to its
 * deadline, as it is now, have gone. Of two that are due the later alone: a server that was down makes up for one.
 *
 * @param now RFC 3339, UTC. Past the deadline nothing is due: no ballot would be taken.
 */
export function dueReminder(
  state: NegotiationState,
  now: string,
): { readonly fraction: Fraction; readonly opened: number } | null {
  const { phase } = state;
  const entry = state.rounds.at(-1);
  if (phase.kind !== 'open' || phase.deadline === null || entry === undefined || now > phase.deadline) {
    return null;
  }
  const [from, to, at] = [entry.opened.at, phase.deadline, now].map(Date.parse);
  if (from === undefined || to === undefined || at === undefined) return null;
  const opened = entry.opened.position;
  // Tenths of milliseconds: whole numbers, far below 2^53.
  if ((at - from) * 10 >= (to - from) * 9) return { fraction: 'late', opened };
  return (at - from) * 2 >= to - from ? { fraction: 'half', opened } : null;
}

/** The people who speak for a stakeholder at this moment, by seat or as deputies. */
export function delegatesOf(state: NegotiationState, stakeholder: string, now: string): string[] {
  const people = [...state.members, ...state.deputies].map(({ pseudonym }) => pseudonym);
  return [...new Set(people)].filter((pseudonym) => speaksFor(state, pseudonym, stakeholder, now));
}

/** Everyone who speaks for a stakeholder that has not cast in this round. */
export function silentDelegates(state: NegotiationState, now: string): string[] {
  const silent = silentIn(
    state,
    state.stakeholders.map(({ id }) => id),
  );
  return [...new Set(silent.flatMap((id) => delegatesOf(state, id, now)))];
}

/** One of the dates by which reports are due, and whether it is ahead or has passed. */
export interface ReportReminder {
  readonly kind: 'report.due' | 'report.overdue';
  /** Of the event that set the dates. */
  readonly position: number;
  readonly turn: number;
}

/** Which reminder of reports is due: of the next date once it is near, and until then of the last that has passed. */
export function dueReportReminder(state: NegotiationState, now: string): ReportReminder | null {
  const { phase, reporting } = state;
  if (phase.kind !== 'concluded' || reporting === null) return null;
  const { position } = reporting;
  const next = passedBy(reporting, now);
  const from = askedFrom(state, next);
  if (from !== null && from <= now) return { kind: 'report.due', position, turn: next };
  return next === 0 ? null : { kind: 'report.overdue', position, turn: next - 1 };
}

/** Everyone who speaks for a stakeholder that has made no report for the date, or for an earlier one. */
export function unreportedDelegates(state: NegotiationState, turn: number, now: string): string[] {
  return [...new Set(reportsMissing(state, turn).flatMap((id) => delegatesOf(state, id, now)))];
}
