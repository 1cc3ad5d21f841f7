import { daysOf } from './calendar';
import type { Commitment, ReportSchedule } from './commitment';
import { type NegotiationState, own } from './state';

/** When reports on commitments are due (docs/decisions/2026-11-29-when-reports-are-due.md). Instants are RFC 3339, UTC. */

/**
 * The date of that number, from 0: the same day and time of a later calendar month, or the month's last day where it
 * has no such day. Counted from the first date always, so that a short month shifts none after it.
 *
 * @returns `null` after the last, and after the year 9999, where instants no longer compare as text.
 */
export function dueDate({ first, everyMonths }: ReportSchedule, turn: number): string | null {
  if (turn === 0) return first;
  if (everyMonths === null) return null;
  const date = new Date(first);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + everyMonths * turn);
  if (date.getUTCFullYear() > 9999) return null;
  date.setUTCDate(Math.min(day, daysOf(date.getUTCFullYear(), date.getUTCMonth() + 1)));
  return date.toISOString();
}

/** How many dates have passed: a report that comes at its very date is in time. */
export function passedBy(schedule: ReportSchedule, at: string): number {
  const { first, everyMonths } = schedule;
  if (at <= first) return 0;
  if (everyMonths === null) return 1;
  // A date lies in an earlier month than `at` up to this number, and so before it; three more decide.
  let passed = Math.max(0, Math.floor(monthsBetween(first, at) / everyMonths) - 1);
  for (;;) {
    const next = dueDate(schedule, passed);
    if (next === null || at <= next) return passed;
    passed += 1;
  }
}

function monthsBetween(first: string, at: string): number {
  const [a, b] = [new Date(first), new Date(at)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

export interface Due {
  /** Its number among the dates. */
  readonly turn: number;
  readonly at: string;
}

/**
 * The earliest date for which a stakeholder has made no report. A report since the dates were set makes up for all that
 * have passed; where none is missing it is the next date's, ahead of time.
 */
export function openDue(
  { reporting }: Pick<NegotiationState, 'reporting'>,
  { reports }: Pick<Commitment, 'reports'>,
): Due | null {
  if (reporting === null) return null;
  let turn = 0;
  for (const { position, at } of reports) {
    if (position < reporting.position) continue;
    const passed = passedBy(reporting, at);
    if (turn < passed) turn = passed;
    else if (turn === passed) turn += 1;
  }
  const at = dueDate(reporting, turn);
  return at === null ? null : { turn, at };
}

/** Those that have made no report for the date of that number, or for an earlier one. */
export function reportsMissing(state: NegotiationState, turn: number): string[] {
  return state.stakeholders.flatMap(({ id }) => {
    const commitment = own(state.commitments, id);
    const due = commitment && openDue(state, commitment);
    return due && due.turn <= turn ? [id] : [];
  });
}

/** How long before its date a report is asked for. */
const AHEAD_MS = 7 * 24 * 60 * 60 * 1000;

/** A report is asked for a week before its date, or when half of the time to it is left where that is less. */
export function askedFrom({ reporting }: Pick<NegotiationState, 'reporting'>, turn: number): string | null {
  const date = reporting && dueDate(reporting, turn);
  if (reporting === null || date === null) return null;
  const before = turn === 0 ? reporting.at : (dueDate(reporting, turn - 1) ?? reporting.at);
  const span = Date.parse(date) - Date.parse(before);
  return new Date(Date.parse(date) - Math.min(AHEAD_MS, Math.floor(span / 2))).toISOString();
}
