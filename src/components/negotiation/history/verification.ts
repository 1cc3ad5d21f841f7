import type { Verification } from '@/audit/verify';

/** What the page asks of the worker that verifies. */
export interface VerificationOrder {
  readonly bundle: Blob;
  /** A verifier key as its auditor typed it; `null`: the bundle's own. */
  readonly key: string | null;
  /** A checkpoint that the auditor kept. */
  readonly since: string | null;
  /** Receipts as their files hold them. */
  readonly receipts: readonly string[];
  /** Keys of witnesses as the auditor typed them. */
  readonly witnesses: readonly string[];
}

export type VerificationMessage =
  | { readonly kind: 'progress'; readonly events: number }
  | { readonly kind: 'done'; readonly verification: Verification }
  /** What was typed is no verifier key. */
  | { readonly kind: 'bad-key' }
  /** One of the lines typed is no key of a witness. */
  | { readonly kind: 'bad-witness' }
  /** One of the files is no receipt. */
  | { readonly kind: 'bad-receipt' }
  /** The verifier itself failed, which says nothing of the bundle. */
  | { readonly kind: 'broken'; readonly message: string };

export interface Verifier {
  /** One bundle after the other. */
  readonly verify: (order: VerificationOrder, onMessage: (message: VerificationMessage) => void) => void;
  /** Whatever it is doing. */
  readonly stop: () => void;
}

/** In a worker of its own, so that the page stays alive; once its script has come, the network is not needed. */
export function startVerifier(): Verifier {
  const worker = new Worker(new URL('./verification-worker.ts', import.meta.url), { type: 'module' });
  let broken: VerificationMessage | null = null;
  let tell = (_: VerificationMessage): void => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<VerificationMessage>) => tell(data));
  worker.addEventListener('error', (error) => {
    broken = { kind: 'broken', message: error.message };
    tell(broken);
  });
  return {
    verify: (order, onMessage) => {
      tell = onMessage;
      if (broken === null) worker.postMessage(order);
      else tell(broken);
    },
    stop: () => worker.terminate(),
  };
}
