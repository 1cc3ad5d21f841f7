import { assertNever, type PhaseState } from './state';

/** A phase at a moment: a round whose deadline has passed is `lapsed`, whether or not the job that closes it has run. */
export const PERIODS = ['draft', 'open', 'lapsed', 'closed', 'concluded', 'archived'] as const;
export type Period = (typeof PERIODS)[number];

/** product.md §2: a round may have a deadline, past which nothing is accepted. At the deadline itself it still is. */
export function periodOf(phase: PhaseState, now: string): Period {
  switch (phase.kind) {
    case 'open':
      return phase.deadline !== null && now > phase.deadline ? 'lapsed' : 'open';
    case 'draft':
    case 'closed':
    case 'concluded':
    case 'archived':
      return phase.kind;
    default:
      return assertNever(phase);
  }
}
