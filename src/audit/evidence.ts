import { z } from 'zod';
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '@/ledger/checkpoint';
import { equalBytes, toHex, utf8 } from '@/ledger/hash';
import { parseNote, type VerifierKey } from '@/ledger/note';
import { type Receipt, verifyReceipt } from '@/ledger/receipt';
import { leafHash } from '@/ledger/tree';
import { ballotBody } from '@/negotiation/events/ballot';
import { parseEvent } from '@/negotiation/events/event';
import { hex32, position } from '@/negotiation/events/scalars';
import { sealOf } from '@/negotiation/seal';
import { type ClosedChain, signerOf } from './key-chain';
import type { Failure, StepName } from './steps';

/** What somebody kept of the same log: an older checkpoint, receipts. It pins what the log was (ledger.md §4). */

const receiptSchema: z.ZodType<Receipt> = z.strictObject({
  format: z.literal('parley-receipt/1'),
  position,
  event: z.string(),
  proof: z.array(z.string()),
  checkpoint: z.string(),
  opening: z.strictObject({ salt: hex32, ballot: z.string() }).exactOptional(),
});

/** `null` where the text is no receipt. */
export function parseReceipt(text: string): Receipt | null {
  const read = receiptSchema.safeParse(jsonOf(text));
  return read.success ? read.data : null;
}

/** A kept checkpoint, as its note or as the JSON string that ends a bundle; `null` where the text is neither. */
export function parseKeptCheckpoint(text: string): { note: string; checkpoint: Checkpoint } | null {
  const line = jsonOf(text.trim());
  const note = typeof line === 'string' ? line : text;
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  return checkpoint && { note, checkpoint };
}

/** What was noted while the log went by. */
export interface Seen {
  readonly size: number;
  /** Root of the tree of that many leaves; `undefined` where the log is shorter. */
  readonly rootAt: (size: number) => Uint8Array | undefined;
  readonly leafAt: (position: number) => Uint8Array | undefined;
}

/** Step 10: the older checkpoint is this log's, and the log begins with what it signed. */
export function sinceFailure(note: string, chain: ClosedChain, seen: Seen): Failure | null {
  const checkpoint = signedBy(note, chain);
  if (typeof checkpoint === 'string') {
    const expected = `a checkpoint of ${chain.newest.name}, signed with a key of the log`;
    return { step: 'since', position: null, expected, found: checkpoint };
  }
  return extension(checkpoint, seen, 'since');
}

/** Step 11: whether the receipt itself holds, and whether this log has the event where the receipt saw it. */
export function receiptFailure(receipt: Receipt, chain: ClosedChain, seen: Seen): Failure | null {
  const fail = (expected: string, found: string): Failure => {
    return { step: 'receipts', position: receipt.position, expected, found };
  };
  const checkpoint = signedBy(receipt.checkpoint, chain);
  if (typeof checkpoint === 'string') {
    return fail(
      `a receipt with a checkpoint of ${chain.newest.name}, signed with a key of the log`,
      checkpoint,
    );
  }
  const verdict = verifyReceipt(receipt, checkpoint.signer);
  if (!verdict.ok) {
    return fail('a proof that the event is in the log of the checkpoint', REASONS[verdict.reason]);
  }
  const event = parseEvent(receipt.event);
  if (!event.ok || event.event.position !== receipt.position) {
    return fail(`an event of position ${receipt.position}`, event.ok ? 'an event of another' : event.message);
  }
  const leaf = seen.leafAt(receipt.position);
  if (leaf === undefined) return fail('an event of the bundle', `a bundle of ${seen.size} events`);
  if (!equalBytes(leaf, leafHash(utf8(receipt.event)))) {
    return fail('the same event in the bundle', 'another one');
  }
  const { opening } = receipt;
  if (opening !== undefined && !opens(event.event, opening)) {
    return fail('a ballot and a salt that the seal in the event was made of', 'others');
  }
  return checkpoint.size <= seen.size ? extension(checkpoint, seen, 'receipts') : null;
}

/** Events that a receipt's checkpoint covers and the bundle does not: nothing is shown of those. */
export function eventsBeyond(receipt: Receipt, size: number): number {
  const note = parseNote(receipt.checkpoint);
  const signed = (note && parseCheckpoint(note.text))?.size ?? 0;
  return Math.max(0, signed - size);
}

function extension(checkpoint: Checkpoint, seen: Seen, step: StepName): Failure | null {
  const { size, root } = checkpoint;
  const ours = seen.rootAt(size);
  if (ours === undefined) {
    const found = `only ${seen.size}: the log was rolled back, or the bundle is older`;
    return { step, position: null, expected: `at least the ${size} events that were signed`, found };
  }
  if (equalBytes(ours, root)) return null;
  const expected = `the signed tree hash ${toHex(root)} of the first ${size} events`;
  return { step, position: null, expected, found: toHex(ours) };
}

const REASONS = {
  malformed: 'something that is not well-formed',
  'wrong-origin': 'a checkpoint of another log',
  'bad-signature': 'no signature of such a key that verifies',
  'not-included': 'a proof that leads elsewhere',
} as const;

/** A checkpoint of the log, of any of its epochs and keys; or what it is instead. */
function signedBy(
  note: string,
  chain: ClosedChain,
): (Checkpoint & { readonly signer: VerifierKey }) | string {
  const signer = signerOf(chain, note);
  if (typeof signer === 'string') return REASONS[signer];
  const opened = openCheckpoint(note, signer);
  return opened.ok ? { ...opened.checkpoint, signer } : REASONS[opened.reason];
}

function opens(
  { log, data }: { readonly log: string; readonly data: object },
  { salt, ballot }: { readonly salt: string; readonly ballot: string },
): boolean {
  const read = ballotBody.safeParse(jsonOf(ballot));
  const stakeholder = 'stakeholder' in data ? data.stakeholder : null;
  if (!read.success || typeof stakeholder !== 'string') return false;
  return 'commitment' in data && data.commitment === sealOf(log, stakeholder, salt, read.data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
