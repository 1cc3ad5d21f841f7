/** What a reader is told of briefings (product.md §2, row one of the table, and §4, "informed"). */

interface BriefingHead {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly version: number;
  /** The newest version that each of the reader's own stakeholders has acknowledged, if any. */
  readonly mine: readonly { readonly stakeholder: string; readonly version: number | null }[];
  /** Who has acknowledged which version, the newest of each, to members; `null` for everyone else. */
  readonly acknowledgedBy:
    | readonly { readonly stakeholder: string; readonly version: number; readonly at: string }[]
    | null;
}

export interface BriefingList {
  readonly briefings: readonly BriefingHead[];
}

export interface BriefingView extends BriefingHead {
  /** Markdown. `none`: published without one; `gone`: redacted since, the history keeps its hash. */
  readonly text: { readonly kind: 'kept'; readonly markdown: string } | { readonly kind: 'none' | 'gone' };
  /** Whether it can be acknowledged now (product.md §2, table of the phases). */
  readonly open: boolean;
}
