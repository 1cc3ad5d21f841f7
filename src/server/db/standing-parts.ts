/**
 * A result's text in parts, each of which is stored once under its hash: what is the same in the next result is not
 * written again (docs/decisions/2026-11-30-a-standing-in-parts.md).
 */
import { createHash } from 'node:crypto';
import { type AggregationResult, type PairRow, STANCES } from '@/core/model';

/** Characters up to which all but the head is one part: a row for each profile would cost more than it spares. */
const ONE_PART = 100_000;
/** So many pairs at least, some 6 kB: as much as Postgres compresses well. */
const PAIRS = 48;

/** What tells the bases apart where no briefing is required. */
export function headText({ format, basis }: AggregationResult): string {
  return `${JSON.stringify({ format, basis }).slice(0, -1)},`;
}

/**
 * The rest: joined after the head it is `JSON.stringify(result)`. Where a part ends follows from how many profiles there
 * are, never from what was said, so that one that grows moves no other.
 *
 * @param onePart characters up to which it is one part.
 */
export function restTexts(result: AggregationResult, onePart = ONE_PART): readonly string[] {
  const { format: _format, basis: _basis, silent, provisional, pairs, profiles, ...others } = result;
  const texts = [
    `"silent":${JSON.stringify(silent)},"provisional":${JSON.stringify(provisional)},"pairs":{`,
    ...STANCES.flatMap((stance, s) =>
      listTexts(`${s === 0 ? '' : ','}"${stance}":[`, pairTexts(pairs[stance], profiles.length), ']'),
    ),
    ...listTexts(
      '},"profiles":[',
      profiles.map((profile) => JSON.stringify(profile)),
      ']',
    ),
    `,${JSON.stringify(others).slice(1)}`,
  ];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length <= onePart ? [texts.join('')] : texts;
}

/** Pairs stand by `over`: those of one profile stay together, of several where they are few. */
function pairTexts(rows: readonly PairRow[], m: number): string[] {
  const each = Math.max(1, m - 1);
  const size = each * Math.ceil(PAIRS / each);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, k) =>
    JSON.stringify(rows.slice(k * size, (k + 1) * size)).slice(1, -1),
  );
}

/** A list, as many texts as it has items, or one where it has none. */
function listTexts(opening: string, items: readonly string[], closing: string): string[] {
  if (items.length === 0) return [opening + closing];
  return items.map((item, k) => `${k === 0 ? opening : ','}${item}${k === items.length - 1 ? closing : ''}`);
}

/** Parts to be stored, as few values as can be: an array of texts would be escaped and read again letter by letter. */
export interface AddedParts {
  /** SHA-256 in hexadecimal digits. */
  readonly hashes: readonly string[];
  /** Bytes of each. */
  readonly lengths: readonly number[];
  /** All texts one after the other, UTF-8. */
  readonly bytes: Uint8Array;
}

/** Gathers what is not stored yet of texts that come one after the other. */
export class PartsToAdd {
  readonly #known: Set<string>;
  readonly #added: { readonly hash: string; readonly bytes: Uint8Array }[] = [];

  /** @param stored hashes of parts that are. */
  constructor(stored: readonly string[]) {
    this.#known = new Set(stored);
  }

  /** Their hashes. */
  take(texts: readonly string[]): string[] {
    return texts.map((text) => {
      const bytes = Buffer.from(text);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!this.#known.has(hash)) this.#added.push({ hash, bytes });
      this.#known.add(hash);
      return hash;
    });
  }

  get added(): AddedParts {
    return {
      hashes: this.#added.map(({ hash }) => hash),
      lengths: this.#added.map(({ bytes }) => bytes.length),
      bytes: Buffer.concat(this.#added.map(({ bytes }) => bytes)),
    };
  }
}
