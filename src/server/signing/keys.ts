/** The installation's signing seed, and the key that each log signs with (ledger.md §2: its name is the origin). */
import { randomBytes } from 'node:crypto';
import { equalBytes, fromHex } from '@/ledger/hash';
import { parseSigningKey, type SigningKey, signingKey, underName, type VerifierKey } from '@/ledger/note';
import { originOf, partsOfOrigin } from '@/ledger/origin';
import { SettingsError } from '../env';
import { keptSecret, keptText } from '../process/data-file';

/** The seed from the setting, or the one made at first start and kept with the data. */
export function signingSeed(setting: string | undefined, dataFolder: string): Uint8Array {
  const text = setting ?? keptSecret(dataFolder, 'signing-key', () => randomBytes(32).toString('hex'));
  return seedOf(text, 'PARLEY_SIGNING_KEY');
}

/** Seeds that logs were signed with before, from the setting and from `npm run rotate-key`. */
export function previousSeeds(setting: string | undefined, dataFolder: string): Uint8Array[] {
  const kept = keptText(dataFolder, 'previous-signing-keys') ?? '';
  return `${setting ?? ''}\n${kept}`
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map((text) => seedOf(text, 'PARLEY_PREVIOUS_SIGNING_KEY'));
}

function seedOf(text: string, name: string): Uint8Array {
  if (/^[0-9a-f]{64}$/.test(text)) return fromHex(text);
  const key = parseSigningKey(text);
  if (key === null) {
    throw new SettingsError(`${name} is neither 64 hex digits nor a key as \`parley keygen\` prints it.`);
  }
  return key.seed;
}

/** The keys of logs by origin; deriving a public key costs a millisecond, so each is made once. */
export class LogKeys {
  readonly #keys = new Map<string, SigningKey>();
  readonly #host: string;
  readonly #seed: Uint8Array;
  readonly #previous: readonly Uint8Array[];
  #publicKeys: readonly VerifierKey[] | null = null;

  constructor(host: string, seed: Uint8Array, previous: readonly Uint8Array[] = []) {
    this.#host = host;
    this.#seed = seed;
    this.#previous = previous.filter((old) => !equalBytes(old, seed));
  }

  of(log: string, epoch: number): SigningKey {
    const origin = originOf(this.#host, log, epoch);
    const found = this.#keys.get(origin);
    if (found !== undefined) return found;
    const made = signingKey(origin, this.#seed);
    this.#keys.set(origin, made);
    return made;
  }

  get previousCount(): number {
    return this.#previous.length;
  }

  /** One of the keys that the log may have been signed with before the key of now. */
  previous(i: number, log: string, epoch: number): SigningKey {
    const seed = this.#previous[i];
    if (seed === undefined) throw new RangeError(`there is no previous key ${i}`);
    return signingKey(originOf(this.#host, log, epoch), seed);
  }

  /**
   * The verifier keys under an origin, that of now first. Whether the log exists plays no part: the same seeds sign for
   * every log, so this tells nothing of any. None for an origin of another installation.
   */
  verifiersOf(origin: string): VerifierKey[] {
    const parts = partsOfOrigin(origin);
    if (parts === null || originOf(this.#host, parts.log, parts.epoch) !== origin) return [];
    this.#publicKeys ??= [this.#seed, ...this.#previous].map((seed) => signingKey('any', seed));
    return this.#publicKeys.map((key) => underName(key, origin));
  }
}
