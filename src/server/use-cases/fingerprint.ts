/** What tells a repeated request from another one under the same idempotency key. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@/ledger/canonical';
import { isJson } from '@/negotiation/events/event';

/** SHA-256 of the request's canonical JSON, in hex. */
export function fingerprint(request: object): string {
  if (!isJson(request)) throw new TypeError('a request came that is no JSON');
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}
