import type { Commitment } from './state';

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
  /** In the order of the stakeholders; those for whom the adopted profile names no strategy owe nothing. */
  readonly commitments: readonly CommitmentView[];
}

export interface CommitmentView {
  readonly stakeholder: string;
  readonly strategy: string;
  /** Oldest first; `null` for observers, who do not see what members report. */
  readonly reports: readonly ReportView[] | null;
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
