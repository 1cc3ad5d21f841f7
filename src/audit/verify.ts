import { type Checkpoint, openCheckpoint, parseCheckpoint } from '@/ledger/checkpoint';
import type { WitnessKey } from '@/ledger/cosignature';
import { equalBytes, toHex } from '@/ledger/hash';
import { formatVerifierKey, parseNote, parseVerifierKey, type VerifierKey } from '@/ledger/note';
import { partsOfOrigin } from '@/ledger/origin';
import type { Receipt } from '@/ledger/receipt';
import type { NegotiationState } from '@/negotiation/state';
import { type BundleHeader, parseHeader } from './bundle';
import { eventsBeyond, parseKeptCheckpoint, receiptFailure, sinceFailure } from './evidence';
import { type ClosedChain, isOfChain } from './key-chain';
import { foundOf, type Looks } from './look';
import { type NotShown, notShown } from './not-shown';
import { LogReader, type ReadLog } from './read-log';
import type { Checked, Failure } from './steps';
import { type Witnessed, witnessesOf } from './witnesses';

export interface VerifyOptions {
  /** The key that the auditor trusts, any that the log was signed with; without it, the bundle's own. */
  readonly key?: VerifierKey;
  /** A checkpoint that somebody kept: a signed note, or the line that ended an older bundle. */
  readonly since?: string;
  readonly receipts?: readonly Receipt[];
  /** Each must have cosigned the final checkpoint, or a kept one (`since`, of a receipt) that it follows from. */
  readonly witnesses?: readonly WitnessKey[];
  /** Told after each event how many there have been. */
  readonly onEvent?: (events: number) => void;
}

export interface Verified {
  readonly kind: 'holds';
  readonly origin: string;
  readonly key: string;
  readonly log: string;
  readonly size: number;
  /** Tree hash, hex. */
  readonly root: string;
  readonly checked: Checked;
  /** In the order in which they were asked for. */
  readonly witnessed: readonly Witnessed[];
  readonly notShown: readonly NotShown[];
}

export type Verification =
  | Verified
  | { readonly kind: 'fails'; readonly failure: Failure }
  /** No audit bundle, or no checkpoint. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Lines of a bundle that come together, and what was found of them ahead, where somebody looked. */
export interface Piece {
  readonly lines: readonly Uint8Array[];
  readonly looks: Looks | null;
}

/**
 * Checks an audit bundle, line by line as it comes, in the order of ledger.md §4, and stops at the first thing that
 * does not hold. Memory: the state, and what was asked to be compared.
 */
export function verifyBundle(
  lines: AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<Verification> {
  return verifyPieces(oneByOne(lines), options);
}

async function* oneByOne(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  for await (const line of lines) yield { lines: [line], looks: null };
}

/** The same of lines in pieces, as fast as they come. */
export async function verifyPieces(
  pieces: AsyncIterable<Piece>,
  options: VerifyOptions = {},
): Promise<Verification> {
  const since = options.since === undefined ? null : parseKeptCheckpoint(options.since);
  if (options.since !== undefined && since === null) {
    return { kind: 'unreadable', message: 'the older checkpoint is not a signed note of a checkpoint' };
  }
  const { receipts = [], onEvent } = options;
  const reader = new LogReader({
    marks: new Set([since?.checkpoint.size ?? 0, ...receipts.map(sizeOf)]),
    receipts,
  });
  let opened: Opened | null = null;
  for await (const { lines, looks } of pieces) {
    for (const [index, line] of lines.entries()) {
      if (opened === null) {
        opened = openedBy(line);
        if (opened === null) return NO_BUNDLE;
        continue;
      }
      const before = reader.size;
      const failure = reader.take(line, looks && foundOf(looks, index));
      if (failure !== null) return { kind: 'fails', failure };
      if (reader.size > before) onEvent?.(reader.size);
    }
  }
  if (opened === null) return NO_BUNDLE;
  const { header, own } = opened;
  const read = reader.end();
  if ('step' in read) return { kind: 'fails', failure: read };
  const chain = read.chain.closedBy(own);
  const failure = judgeLog(read, header, chain, options, since?.note);
  if (failure !== null) return { kind: 'fails', failure };
  const witnessed = judgeWitnesses(read, options, since?.note);
  if ('step' in witnessed) return { kind: 'fails', failure: witnessed };
  return verified(read, own, options, witnessed);
}

interface Opened {
  readonly header: BundleHeader;
  /** The key that the bundle itself names. */
  readonly own: VerifierKey;
}

function openedBy(line: Uint8Array): Opened | null {
  const header = parseHeader(line);
  const own = header && parseVerifierKey(header.key);
  return header && own && { header, own };
}

const NO_BUNDLE: Verification = {
  kind: 'unreadable',
  message: 'not an audit bundle: the first line is no parley-audit/1 header',
};

/** Steps 8 to 11. */
function judgeLog(
  { walk, seen, note, root }: ReadLog,
  header: BundleHeader,
  chain: ClosedChain,
  { key, receipts = [] }: VerifyOptions,
  since: string | undefined,
): Failure | null {
  const { checked, state } = walk;
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  const treeFailure = judgeTree(checkpoint, seen.size, root);
  if (treeFailure !== null) return treeFailure;
  checked.tree += 1;
  const signatureFailure = judgeSignature(note, header, chain, key, state);
  if (signatureFailure !== null) return signatureFailure;
  checked.signature += 1;
  if (since !== undefined) {
    const failure = sinceFailure(since, chain, seen);
    if (failure !== null) return failure;
    checked.since += 1;
  }
  for (const receipt of receipts) {
    const failure = receiptFailure(receipt, chain, seen);
    if (failure !== null) return failure;
    checked.receipts += 1;
  }
  return null;
}

/** Step 12. A receipt's checkpoint that has more events than the bundle says nothing of what the bundle leads to. */
function judgeWitnesses(
  { walk, seen, note }: ReadLog,
  { receipts = [], witnesses = [] }: VerifyOptions,
  since: string | undefined,
): readonly Witnessed[] | Failure {
  const kept = receipts.filter((receipt) => eventsBeyond(receipt, seen.size) === 0);
  const notes = [note, ...(since === undefined ? [] : [since]), ...kept.map(({ checkpoint }) => checkpoint)];
  const found = witnessesOf(notes, witnesses);
  if (!('step' in found)) walk.checked.witnesses += found.length;
  return found;
}

function judgeTree(checkpoint: Checkpoint | null, size: number, root: Uint8Array): Failure | null {
  const fail = (expected: string, found: string): Failure => ({
    step: 'tree',
    position: null,
    expected,
    found,
  });
  if (checkpoint === null) return fail('a checkpoint in a signed note', 'something else');
  if (checkpoint.size !== size) return fail(`${checkpoint.size} events, as signed`, `${size} events`);
  if (equalBytes(checkpoint.root, root)) return null;
  return fail(`the signed tree hash ${toHex(checkpoint.root)}`, toHex(root));
}

/** The newest key signs, the header names it, and it is the trusted one or has followed it. */
function judgeSignature(
  note: string,
  header: BundleHeader,
  chain: ClosedChain,
  trusted: VerifierKey | undefined,
  state: NegotiationState | null,
): Failure | null {
  const fail = (expected: string, found: string): Failure => {
    return { step: 'signature', position: null, expected, found };
  };
  const { newest, keys } = chain;
  if (header.origin !== newest.name) {
    return fail(`the origin ${newest.name}, as the key is named`, header.origin);
  }
  if (state !== null && state.key !== null && state.key !== header.key) {
    return fail(`the key that signs since key.rotated, ${state.key}`, header.key);
  }
  if (trusted !== undefined && !isOfChain(chain, trusted)) {
    const signed = keys.map(formatVerifierKey).join(', ');
    return fail(`a log signed with ${formatVerifierKey(trusted)}`, `one signed with ${signed}`);
  }
  const opened = openCheckpoint(note, newest);
  if (!opened.ok) {
    return fail(`a checkpoint of ${newest.name}, signed with ${header.key}`, FOUND[opened.reason]);
  }
  const parts = partsOfOrigin(newest.name);
  if (parts === null || state === null) return null;
  if (parts.log !== state.log) return fail(`events of the log ${parts.log}, as the origin says`, state.log);
  if (parts.epoch !== state.epoch) {
    return fail(`epoch ${parts.epoch}, as the origin says`, `events of epoch ${state.epoch}`);
  }
  return null;
}

const FOUND = {
  malformed: 'something that is no checkpoint',
  'wrong-origin': 'a checkpoint of another origin',
  'bad-signature': 'no signature of this key that verifies',
} as const;

function verified(
  { walk, seen, root, lost }: ReadLog,
  key: VerifierKey,
  options: VerifyOptions,
  witnessed: readonly Witnessed[],
): Verified {
  const beyond = (options.receipts ?? []).map((receipt) => eventsBeyond(receipt, seen.size));
  return {
    kind: 'holds',
    origin: key.name,
    key: formatVerifierKey(key),
    log: walk.state?.log ?? '',
    size: seen.size,
    root: toHex(root),
    checked: walk.checked,
    witnessed,
    notShown: notShown({
      keyGiven: options.key !== undefined,
      sinceGiven: options.since !== undefined,
      unopenedResults: walk.unopenedResults,
      eventsBeyond: Math.max(0, ...beyond),
      witnessed,
      lost,
    }),
  };
}

function sizeOf({ checkpoint }: Receipt): number {
  const note = parseNote(checkpoint);
  return (note && parseCheckpoint(note.text))?.size ?? 0;
}
