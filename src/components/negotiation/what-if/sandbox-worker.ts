/** The standing of a sandbox, beside the page: the same core as everywhere else. Nothing of it leaves the browser. */
import type { AggregationResult } from '@/core/model';
import type { Sandbox } from '@/negotiation/what-if/apply';
import { standingOfSandbox } from '@/negotiation/what-if/standing-of-sandbox';

export interface SandboxOrder {
  readonly number: number;
  readonly sandbox: Sandbox;
}

export type SandboxNews = { readonly number: number } & (
  | { readonly kind: 'standing'; readonly result: AggregationResult }
  | { readonly kind: 'broken'; readonly message: string }
);

addEventListener('message', ({ data: { number, sandbox } }: MessageEvent<SandboxOrder>) => {
  try {
    tell({ number, kind: 'standing', result: standingOfSandbox(sandbox) });
  } catch (error) {
    tell({ number, kind: 'broken', message: String(error) });
  }
});

function tell(news: SandboxNews): void {
  postMessage(news);
}
