/** The verifier of ledger.md §4 beside the page: the same code as `parley verify`, on the downloaded bytes. */
import { parseReceipt } from '@/audit/evidence';
import { linesOf } from '@/audit/lines';
import { trustedKey, trustedWitness } from '@/audit/trusted-key';
import { verifyBundle } from '@/audit/verify';
import type { VerificationMessage, VerificationOrder } from './verification';

/** Told this often: a message costs more than an event. */
const EVERY = 50;

addEventListener('message', ({ data }: MessageEvent<VerificationOrder>) => {
  run(data).then(tell, (error: unknown) => tell({ kind: 'broken', message: String(error) }));
});

async function run(order: VerificationOrder): Promise<VerificationMessage> {
  const { bundle, key, since, receipts: texts } = order;
  const trusted = key === null ? undefined : trustedKey(key);
  if (trusted === null) return { kind: 'bad-key' };
  const receipts = texts.map(parseReceipt);
  if (receipts.includes(null)) return { kind: 'bad-receipt' };
  const witnesses = order.witnesses.map(trustedWitness);
  if (witnesses.includes(null)) return { kind: 'bad-witness' };
  const verification = await verifyBundle(linesOf(chunksOf(bundle)), {
    ...(trusted && { key: trusted }),
    ...(since !== null && { since }),
    receipts: receipts.filter((receipt) => receipt !== null),
    witnesses: witnesses.filter((witness) => witness !== null),
    onEvent: (events) => {
      if (events % EVERY === 0) tell({ kind: 'progress', events });
    },
  });
  return { kind: 'done', verification };
}

function tell(message: VerificationMessage): void {
  postMessage(message);
}

async function* chunksOf(bundle: Blob): AsyncGenerator<Uint8Array> {
  const reader = bundle.stream().getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
