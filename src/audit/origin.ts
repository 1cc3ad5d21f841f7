import { concat, sha256, utf8 } from '@/ledger/hash';
import type { VerifierKey } from '@/ledger/note';

const ORIGIN = /^(.+\/parley\/([a-z0-9][a-z0-9._-]{0,63}))(?:\/([1-9][0-9]*))?$/;

export interface OriginParts {
  /** Host and log, the same in every epoch. */
  readonly base: string;
  readonly log: string;
  readonly epoch: number;
}

/** Takes an origin apart (ledger.md §2); `null` for a name of another form, which then says nothing of the log. */
export function partsOfOrigin(origin: string): OriginParts | null {
  const [, base, log, epoch = '1'] = ORIGIN.exec(origin) ?? [];
  return base === undefined || log === undefined ? null : { base, log, epoch: Number(epoch) };
}

/**
 * The key under which the same log signed in another epoch: the same public key under another name. `null` where
 * the origin is another log's.
 */
export function keyForOrigin(key: VerifierKey, origin: string): VerifierKey | null {
  if (origin === key.name) return key;
  const ours = partsOfOrigin(key.name);
  if (ours === null || partsOfOrigin(origin)?.base !== ours.base) return null;
  const id = sha256(concat(utf8(`${origin}\n`), Uint8Array.of(1), key.publicKey)).slice(0, 4);
  return { name: origin, id, publicKey: key.publicKey };
}
