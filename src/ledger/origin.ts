/** Origins of checkpoints, which are the names of the keys that sign them (ledger.md §2). */
import { underName, type VerifierKey } from './note';

const ORIGIN = /^(.+\/parley\/([a-z0-9][a-z0-9._-]{0,63}))(?:\/([1-9][0-9]*))?$/;

export interface OriginParts {
  /** Host and log, the same in every epoch. */
  readonly base: string;
  readonly log: string;
  readonly epoch: number;
}

/** @param epoch 1 for a log that was never restored to less than it had signed. */
export function originOf(host: string, log: string, epoch: number): string {
  return inEpoch(`${host}/parley/${log}`, epoch);
}

/** Takes an origin apart; `null` for a name of another form, which then says nothing of the log. */
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
  return underName(key, origin);
}

/** The same, by the epoch's number; `null` where the key's name is no origin. */
export function keyInEpoch(key: VerifierKey, epoch: number): VerifierKey | null {
  const parts = partsOfOrigin(key.name);
  return parts && underName(key, inEpoch(parts.base, epoch));
}

function inEpoch(base: string, epoch: number): string {
  return epoch === 1 ? base : `${base}/${epoch}`;
}
