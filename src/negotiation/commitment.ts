import type { EventData } from './events/catalogue';

/** When reports on commitments are due: the first date, and every so many months after it. */
export type ReportSchedule = NonNullable<EventData<'commitment.scheduled'>['schedule']>;

/** What a stakeholder owes by the adopted profile. */
export interface Commitment {
  readonly strategy: string;
  readonly reports: readonly {
    readonly position: number;
    readonly at: string;
    readonly status: EventData<'commitment.reported'>['status'];
    readonly evidence: string | null;
  }[];
  readonly disputes: readonly {
    readonly position: number;
    readonly at: string;
    readonly report: number;
    readonly by: string;
    readonly reason: string;
  }[];
}
