import type { ScoreEntry } from './file/model';
import type { StatementCounts } from './visibility';

/** What a reader is told of threat and acute-risk assessments (product.md §2, row "assessments, pledges"). */
export interface ThreatsView {
  /** Whether anything can be assessed now. */
  readonly open: boolean;
  /** Whether what others state is hidden until the round closes. */
  readonly sealed: boolean;
  /** Of all that has been revealed; `null` for who sees not even those. */
  readonly counts: StatementCounts | null;
  readonly assessments: readonly AssessmentView[];
  readonly acuteRisks: readonly AcuteRiskView[];
  /** What shows that a guarantee was delivered, by its id; without those whose text was redacted. */
  readonly deliveries: Readonly<Record<string, string>>;
}

export interface AssessmentView {
  readonly stakeholder: string;
  readonly profile: string;
  readonly threat: string;
  readonly change: ThreatChange;
  readonly reason: string | null;
  readonly evidence: string | null;
}

/** −3 far lower than under the default … 0 the same … +3 far higher (aggregation.md §5). */
export type ThreatChange = readonly [low: number, best: number, high: number];

export interface AcuteRiskView {
  readonly stakeholder: string;
  readonly profile: string;
  readonly ends: ScoreEntry;
  readonly reason: string | null;
}
