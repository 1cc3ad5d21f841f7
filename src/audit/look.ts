import { fromHex } from '@/ledger/hash';
import { leafHash } from '@/ledger/tree';
import { parseEvent } from '@/negotiation/events/event';
import { saltedHash } from '@/negotiation/salted-text';
import { kindOf, parseTextLine } from './bundle';
import { LONGEST_LINE } from './lines';

/**
 * What shows of lines of a bundle by themselves, whatever stands before them. Another thread can look ahead for it while
 * this one judges; whatever it does not find sound is looked at again in its turn, so that the verdict is the same.
 */
export interface Looks {
  /** A byte for each line: 1 where it is an event, or a free text, that fits its schema in canonical form. */
  readonly sound: Uint8Array;
  /** 32 bytes for each line: of a sound event its leaf hash, of a sound text its salted hash. */
  readonly hashes: Uint8Array;
}

const HASH = 32;

export function lookAt(lines: readonly Uint8Array[]): Looks {
  const sound = new Uint8Array(lines.length);
  const hashes = new Uint8Array(HASH * lines.length);
  for (const [index, line] of lines.entries()) {
    const hash = hashOfSound(line);
    if (hash === null) continue;
    sound[index] = 1;
    hashes.set(hash, HASH * index);
  }
  return { sound, hashes };
}

/** What was found of one line: its hash where it is sound, else `null`. */
export function foundOf({ sound, hashes }: Looks, index: number): Uint8Array | null {
  return sound[index] === 1 ? hashes.slice(HASH * index, HASH * (index + 1)) : null;
}

function hashOfSound(line: Uint8Array): Uint8Array | null {
  if (line.length > LONGEST_LINE) return null;
  switch (kindOf(line)) {
    case 'event':
      return parseEvent(line).ok ? leafHash(line) : null;
    case 'text': {
      const read = parseTextLine(line);
      return read.ok ? fromHex(saltedHash(read.value.salt, read.value.text)) : null;
    }
    case 'opening':
    case 'checkpoint':
      return null;
  }
}
