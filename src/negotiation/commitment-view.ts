import type { Commitment, ReportSchedule } from './commitment';

/** What a reader is told of how the adopted profile is kept (product.md §2, "Life of a negotiation"). */
export interface CommitmentsView {
  /** `null` before the conclusion. */
  readonly conclusion: {
    /** The adopted profile; `null` where none was. */
    readonly profile: string | null;
    readonly at: string;
    readonly reason: string | null;
  } | null;
  /** Whether reports and disputes are accepted now. */
  readonly open: boolean;
  /** When reports are due; `null` where no date is set, and for observers. */
  readonly schedule: ReportSchedule | null;
  /** In the order of the stakeholders; those for whom the adopted profile names no strategy owe nothing. */
  readonly commitments: readonly CommitmentView[];
}

export interface CommitmentView {
  readonly stakeholder: string;
  readonly strategy: string;
  /** Oldest first; `null` for observers, who do not see what members report. */
  readonly reports: readonly ReportView[] | null;
  /** The earliest date for which it has made no report; `null` where there is none, and for observers. */
  readonly due: { readonly at: string; readonly overdue: boolean } | null;
}

export type CommitmentStatus = Commitment['reports'][number]['status'];

export interface ReportView {
  /** Its name in a dispute. */
  readonly position: number;
  readonly at: string;
  readonly status: CommitmentStatus;
  readonly evidence: string | null;
  readonly disputes: readonly {
    readonly position: number;
    readonly at: string;
    readonly by: string;
    /** `null` once redacted. */
    readonly reason: string | null;
  }[];
}
