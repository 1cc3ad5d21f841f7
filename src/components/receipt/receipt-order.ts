import type { ReceiptCheck } from '@/audit/check-receipt';
import type { Verification } from '@/audit/verify';

/** What the page asks of the worker that checks. */
export interface ReceiptOrder {
  /** A receipt's text; `null`: none was given. */
  readonly receipt: string | null;
  /** An audit bundle, which the receipt is then also held against. */
  readonly bundle: Blob | null;
  /** The verifier key that was typed; `null`: those that the installation serves for the receipt's origin. */
  readonly key: string | null;
}

export type ReceiptAnswer =
  | {
      readonly kind: 'done';
      readonly check: ReceiptCheck | null;
      readonly verification: Verification | null;
    }
  /** The check itself failed, which says nothing of the receipt. */
  | { readonly kind: 'broken'; readonly message: string };
