/** The installation's signing seed, and the key that each log signs with (ledger.md §2: its name is the origin). */
import { randomBytes } from 'node:crypto';
import { fromHex } from '@/ledger/hash';
import { parseSigningKey, type SigningKey, signingKey } from '@/ledger/note';
import { originOf } from '@/ledger/origin';
import { SettingsError } from '../env';
import { keptSecret } from '../process/data-file';

/** The seed from the setting, or the one made at first start and kept with the data. */
export function signingSeed(setting: string | undefined, dataFolder: string): Uint8Array {
  const text = setting ?? keptSecret(dataFolder, 'signing-key', () => randomBytes(32).toString('hex'));
  if (/^[0-9a-f]{64}$/.test(text)) return fromHex(text);
  const key = parseSigningKey(text);
  if (key === null) {
    throw new SettingsError(
      'PARLEY_SIGNING_KEY is neither 64 hex digits nor a key as `parley keygen` prints it.',
    );
  }
  return key.seed;
}

/** The keys of logs by origin; deriving a public key costs a millisecond, so each is made once. */
export class LogKeys {
  readonly #keys = new Map<string, SigningKey>();
  readonly #host: string;
  readonly #seed: Uint8Array;

  constructor(host: string, seed: Uint8Array) {
    this.#host = host;
    this.#seed = seed;
  }

  of(log: string, epoch: number): SigningKey {
    const origin = originOf(this.#host, log, epoch);
    const found = this.#keys.get(origin);
    if (found !== undefined) return found;
    const made = signingKey(origin, this.#seed);
    this.#keys.set(origin, made);
    return made;
  }
}
