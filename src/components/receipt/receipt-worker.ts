/** Checks beside the page, with the code of `parley verify`: a receipt by itself, or against a whole bundle. */

import { checkReceipt, originOfReceipt } from '@/audit/check-receipt';
import { parseReceipt } from '@/audit/evidence';
import { linesOf } from '@/audit/lines';
import { trustedKey } from '@/audit/trusted-key';
import { verifyBundle } from '@/audit/verify';
import type { ReceiptAnswer, ReceiptOrder } from './receipt-order';
import { servedKeys } from './served-keys';

addEventListener('message', ({ data }: MessageEvent<ReceiptOrder>) => {
  answer(data).then(postMessage, (error: unknown) => postMessage({ kind: 'broken', message: String(error) }));
});

async function answer({ receipt, bundle, key: typed }: ReceiptOrder): Promise<ReceiptAnswer> {
  const origin = receipt === null ? null : originOfReceipt(receipt);
  const keys = typed !== null ? [typed] : origin === null ? [] : await servedKeys(origin);
  const check = receipt === null ? null : checkReceipt(receipt, keys);
  if (bundle === null) return { kind: 'done', check, verification: null };
  const key = (check?.kind === 'holds' ? trustedKey(check.key) : null) ?? trustedKey(keys[0] ?? '');
  const parsed = receipt === null ? null : parseReceipt(receipt);
  const verification = await verifyBundle(linesOf(chunksOf(bundle)), {
    ...(key !== null && { key }),
    ...(parsed !== null && { receipts: [parsed] }),
  });
  return { kind: 'done', check, verification };
}

async function* chunksOf(bundle: Blob): AsyncGenerator<Uint8Array> {
  const reader = bundle.stream().getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
