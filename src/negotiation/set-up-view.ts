/** What a facilitator is told of a negotiation that is being set up (product.md §3, "set-up"), beside its frame. */
import type { MissingPart } from './checklist';

export interface SetUpBriefing {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly version: number;
  /** Markdown; `null` where it was published without a text, or the text was redacted. */
  readonly text: string | null;
}

export interface SetUpView {
  /** What keeps round 1 from opening, as `decide` judges it. Empty: it could open. */
  readonly missing: readonly MissingPart[];
  /** Whether a rule was set; until then a strict majority stands in (aggregation.md §2). */
  readonly hasRule: boolean;
  /** Stakeholders for which nobody could cast a ballot: no delegate, and no invitation that is still open. */
  readonly withoutDelegate: readonly string[];
  readonly briefings: readonly SetUpBriefing[];
  /** What shows that a guarantee was delivered, by its id. */
  readonly deliveries: Readonly<Record<string, string>>;
  /** Profiles that a round has opened with: their text stands. */
  readonly fixed: readonly string[];
  /** The negotiation that this one succeeds, and the one by which it was succeeded. */
  readonly succeeds: string | null;
  readonly succeededBy: string | null;
}
