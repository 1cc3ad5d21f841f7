import type { CommitmentStatus, CommitmentView } from '@/negotiation/commitment-view';

export interface Tally {
  readonly newest: Readonly<Record<CommitmentStatus, number>>;
  /** Not reported on so far. */
  readonly silent: number;
  /** Whose report is overdue. */
  readonly overdue: number;
  /** Whose newest report is disputed. */
  readonly disputed: number;
}

/** How the commitments stand by their newest reports; `null` where the reader sees no reports. */
export function tallyOf(commitments: readonly CommitmentView[]): Tally | null {
  const newest = { planned: 0, 'under-way': 0, kept: 0, broken: 0 };
  let [silent, overdue, disputed] = [0, 0, 0];
  for (const { reports, due } of commitments) {
    if (reports === null) return null;
    if (due?.overdue === true) overdue += 1;
    const last = reports.at(-1);
    if (last === undefined) silent += 1;
    else {
      newest[last.status] += 1;
      if (last.disputes.length > 0) disputed += 1;
    }
  }
  return { newest, silent, overdue, disputed };
}
