import { parseCheckpoint } from '@/ledger/checkpoint';
import { cosignedAt, type WitnessKey } from '@/ledger/cosignature';
import { equalBytes } from '@/ledger/hash';
import { parseNote, type SignedNote } from '@/ledger/note';
import type { Failure } from './steps';

/** What a witness that the auditor asked for vouches for (C2SP tlog-cosignature). */
export interface Witnessed {
  readonly name: string;
  /** Of the largest checkpoint at hand that it cosigned: whoever asks this witness has one history, up to there. */
  readonly size: number;
  /** When it said so, in seconds since 1970, by its own clock. Nothing follows from it here. */
  readonly time: number;
}

/**
 * Step 12: each witness has cosigned a checkpoint of this very history.
 *
 * @param notes checkpoints that the steps before found to be this log's: the bundle's first, then those kept beside it
 *   (an older one, receipts'). Whatever they sign, the final one follows from it.
 */
export function witnessesOf(
  notes: readonly string[],
  witnesses: readonly WitnessKey[],
): readonly Witnessed[] | Failure {
  const told = notes.flatMap((text) => {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    return note === null || checkpoint === null ? [] : [{ note, size: checkpoint.size }];
  });
  const found: Witnessed[] = [];
  for (const key of witnesses) {
    const one = witnessed(told, key);
    if ('step' in one) return one;
    found.push(one);
  }
  return found;
}

interface Told {
  readonly note: SignedNote;
  readonly size: number;
}

function witnessed(told: readonly Told[], key: WitnessKey): Witnessed | Failure {
  const final = told[0]?.size ?? 0;
  const fail = (size: number, what: string): Failure => ({
    step: 'witnesses',
    position: null,
    expected: `a cosignature of ${key.name} over the checkpoint of ${size} events${size === final ? ', or over an older one at hand' : ''}`,
    found: what,
  });
  let best: Witnessed | null = null;
  for (const { note, size } of told) {
    if (!bears(note, key)) continue;
    const time = cosignedAt(note, key);
    // Whoever passes on a false one has something to hide, whatever stands on other checkpoints.
    if (time === null) return fail(size, 'one under its name and key that does not verify');
    if (best === null || size > best.size) best = { name: key.name, size, time };
  }
  if (best !== null) return best;
  const named = told.some(({ note }) => note.signatures.some(({ name }) => name === key.name));
  return fail(final, named ? 'only ones of its name by another key' : 'none');
}

function bears({ signatures }: SignedNote, key: WitnessKey): boolean {
  return signatures.some(({ name, id }) => name === key.name && equalBytes(id, key.id));
}
