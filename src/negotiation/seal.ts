import { canonicalJson } from '@/ledger/canonical';
import { concat, fromHex, sha256, toHex, utf8 } from '@/ledger/hash';
import { isJson } from './events/event';
import type { BallotBody } from './file/model';

/** Before everything that is sealed, so that no other hash is ever taken for a seal. */
const DOMAIN = 'parley/seal/1';

/**
 * The seal of a ballot (ledger.md §3): SHA-256 over `parley/seal/1`, log, stakeholder, salt and canonical ballot,
 * each preceded by its length in bytes as eight bytes, big-endian. Texts are UTF-8; the salt is its 32 bytes.
 */
export function sealOf(log: string, stakeholder: string, saltHex: string, ballot: BallotBody): string {
  if (!isJson(ballot)) throw new TypeError('a ballot holds what JSON cannot');
  const parts = [utf8(DOMAIN), utf8(log), utf8(stakeholder), fromHex(saltHex), utf8(canonicalJson(ballot))];
  return toHex(sha256(concat(...parts.flatMap((part) => [lengthOf(part), part]))));
}

function lengthOf(part: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(part.length));
  return bytes;
}
