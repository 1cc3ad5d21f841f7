import type { WitnessKey } from '@/ledger/cosignature';
import type { SigningKey } from '@/ledger/note';
import type { Receipt } from '@/ledger/receipt';
import { parseReceipt } from '../evidence';
import { trustedKey, trustedWitness } from '../trusted-key';
import { isEventLine, verdictOf, verifyLines } from './bundles';

/**
 * The tamper corpus: one change of a sound bundle each, with what the verifier must say of it. What it must say
 * follows from how the change was made (ledger.md §4), never from asking the verifier.
 */

export interface Tampered {
  /** The class of the change. */
  readonly kind: string;
  /** Which change it is, for whoever reads a failure. */
  readonly what: string;
  /** Of a changed member: which one it is, by its event's type and its names. */
  readonly field?: string;
  /** In place of `remove` lines from `from` on. */
  readonly edit: Edit;
  readonly key?: string;
  readonly since?: string;
  readonly receipt?: string;
  /** The key of a witness that must have cosigned. */
  readonly witness?: string;
  /** `step at position`, `unreadable` or `holds`. Where they differ, everything between them is admitted. */
  readonly earliest: string;
  readonly latest: string;
}

export interface Edit {
  readonly from: number;
  readonly remove: number;
  readonly lines: readonly string[];
}

/** A sound bundle, and where its events are. */
export interface Sound {
  readonly name: string;
  /** Signs its checkpoint. */
  readonly key: SigningKey;
  readonly lines: readonly string[];
  /** Index in `lines` of each event, by position. */
  readonly at: readonly number[];
}

export function soundBundle(name: string, key: SigningKey, lines: readonly string[]): Sound {
  return { name, key, lines, at: lines.flatMap((line, index) => (isEventLine(line, index) ? [index] : [])) };
}

/** The position of the event that a line is, or belongs to. */
export function positionAt({ at }: Sound, index: number): number {
  return at.filter((event) => event <= index).length - 1;
}

export const UNTOUCHED: Edit = { from: 0, remove: 0, lines: [] };

export function exactly(verdict: string): Pick<Tampered, 'earliest' | 'latest'> {
  return { earliest: verdict, latest: verdict };
}

export const replacing = (from: number, ...lines: string[]): Edit => ({ from, remove: 1, lines });

/** All of the lines anew. */
export const instead = ({ lines }: Sound, ...by: string[]): Edit => ({
  from: 0,
  remove: lines.length,
  lines: by,
});

export function edited(lines: readonly string[], { from, remove, lines: by }: Edit): string[] {
  return lines.toSpliced(from, remove, ...by);
}

/** What our own verifier says of it. A receipt that is none is unreadable, as on the command line. */
export async function ourVerdict(sound: Sound, tampered: Tampered, verify = verifyLines): Promise<string> {
  const { edit, key, since, receipt, witness } = tampered;
  const trusted = key === undefined ? undefined : trustedKey(key);
  const receipts: (Receipt | null)[] = receipt === undefined ? [] : [parseReceipt(receipt)];
  const witnesses: (WitnessKey | null)[] = witness === undefined ? [] : [trustedWitness(witness)];
  if (trusted === null || receipts.includes(null) || witnesses.includes(null)) return 'unreadable';
  const options = {
    ...(trusted && { key: trusted }),
    ...(since !== undefined && { since }),
    receipts: receipts.filter((each) => each !== null),
    witnesses: witnesses.filter((each) => each !== null),
  };
  return verdictOf(edited(sound.lines, edit), options, verify);
}
