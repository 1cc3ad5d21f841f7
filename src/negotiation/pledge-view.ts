import type { RuleNode } from './file/model';
import type { Ratifying } from './ratifying';

/** What a reader is told of pledges (product.md §2, row "assessments, pledges"). */
export interface PledgesView {
  /** Whether pledges are made and withdrawn now. */
  readonly open: boolean;
  /** Whether what others pledge is hidden until the round closes. */
  readonly sealed: boolean;
  /** How many stand that have been revealed; `null` for who sees not even that. */
  readonly count: number | null;
  /** The profiles that somebody pledged, as far as the reader may see. */
  readonly profiles: readonly (Ratifying & {
    readonly profile: string;
    readonly pledges: readonly { readonly stakeholder: string; readonly condition: RuleNode | null }[];
  })[];
}
