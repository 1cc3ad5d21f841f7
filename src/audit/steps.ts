import type { Refusal } from '@/negotiation/refusal';

/** What the verifier checks, in this order (ledger.md §4). The numbers are those of docs/audit.md. */
export const STEPS = [
  { number: 1, name: 'canonical', title: 'canonical form' },
  { number: 2, name: 'order', title: 'positions and times' },
  { number: 3, name: 'schema', title: 'schema' },
  { number: 4, name: 'permitted', title: 'permitted transitions' },
  { number: 5, name: 'seals', title: 'opened ballots and texts against their seals' },
  { number: 6, name: 'results', title: 'results, recomputed' },
  { number: 7, name: 'unopened', title: 'no round closed with a seal unopened' },
  { number: 8, name: 'tree', title: 'tree hash against the checkpoint' },
  { number: 9, name: 'signature', title: 'origin and signature of the checkpoint' },
  { number: 10, name: 'since', title: 'consistency with the older checkpoint' },
  { number: 11, name: 'receipts', title: 'receipts' },
  { number: 12, name: 'witnesses', title: 'cosignatures of the witnesses' },
] as const;

export type StepName = (typeof STEPS)[number]['name'];

/** The first thing that does not hold. */
export interface Failure {
  readonly step: StepName;
  /** Of the event at which it shows; `null` where it is about the log as a whole. */
  readonly position: number | null;
  readonly expected: string;
  readonly found: string;
  /** Why the rules refuse the event, where they do. */
  readonly refusal?: Refusal;
}

/** How often each step was checked, and held. */
export type Checked = { [S in StepName]: number };

export function nothingChecked(): Checked {
  return {
    canonical: 0,
    order: 0,
    schema: 0,
    permitted: 0,
    seals: 0,
    results: 0,
    unopened: 0,
    tree: 0,
    signature: 0,
    since: 0,
    receipts: 0,
    witnesses: 0,
  };
}
