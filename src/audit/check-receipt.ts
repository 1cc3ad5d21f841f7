/** What a receipt proves by itself (ledger.md §2), and with which of the keys at hand. No server is asked. */

import { parseCheckpoint } from '@/ledger/checkpoint';
import { formatVerifierKey, parseNote, parseVerifierKey } from '@/ledger/note';
import { keyForOrigin, partsOfOrigin } from '@/ledger/origin';
import { type Receipt, verifyReceipt } from '@/ledger/receipt';
import { ballotBody } from '@/negotiation/events/ballot';
import { type Event, parseEvent } from '@/negotiation/events/event';
import type { BallotBody } from '@/negotiation/file/model';
import { sealOf } from '@/negotiation/seal';
import { parseReceipt } from './evidence';

/** Each has its sentence, with what to do, in messages/en/receipt.json. */
export type ReceiptFault =
  | 'no-receipt'
  | 'no-checkpoint'
  | 'no-key'
  | 'key-unread'
  | 'other-key'
  | 'bad-signature'
  | 'not-included'
  | 'no-event'
  | 'other-event'
  | 'not-opened';

export type ReceiptCheck =
  | { readonly kind: 'fault'; readonly fault: ReceiptFault; readonly origin: string | null }
  | {
      readonly kind: 'holds';
      readonly receipt: Receipt;
      readonly event: Event;
      /** What the seal of a sealed ballot opens to, where the receipt says so. */
      readonly opened: BallotBody | null;
      readonly origin: string;
      /** Events that the checkpoint covers. */
      readonly size: number;
      /** The verifier key that signed it. */
      readonly key: string;
    };

/** The origin that a receipt's checkpoint names; `null` where the text is no receipt, or its checkpoint none. */
export function originOfReceipt(text: string): string | null {
  const receipt = parseReceipt(text);
  return receipt && originIn(receipt);
}

/** @param keys verifier keys as they were typed or served; the first that signed the checkpoint counts. */
export function checkReceipt(text: string, keys: readonly string[]): ReceiptCheck {
  const receipt = parseReceipt(text);
  if (receipt === null) return fault('no-receipt', null);
  const origin = originIn(receipt);
  if (origin === null) return fault('no-checkpoint', null);
  if (keys.length === 0) return fault('no-key', origin);
  const read = keys.map((key) => parseVerifierKey(key.trim()));
  const fitting = read.flatMap((key) => (key === null ? [] : (keyForOrigin(key, origin) ?? [])));
  if (fitting.length === 0) return fault(read.includes(null) ? 'key-unread' : 'other-key', origin);
  const verdicts = fitting.map((key) => ({ key, verdict: verifyReceipt(receipt, key) }));
  // A signature says more than its absence: with several keys the one that signed it tells what is wrong.
  const told = verdicts.find(({ verdict }) => verdict.ok || verdict.reason === 'not-included') ?? verdicts[0];
  if (told === undefined) return fault('other-key', origin);
  const { key, verdict } = told;
  if (!verdict.ok)
    return fault(verdict.reason === 'bad-signature' ? 'bad-signature' : 'not-included', origin);
  const event = parseEvent(receipt.event);
  if (!event.ok) return fault('no-event', origin);
  const { position, log } = event.event;
  const named = partsOfOrigin(origin);
  if (position !== receipt.position || (named !== null && named.log !== log)) {
    return fault('other-event', origin);
  }
  const opened = receipt.opening === undefined ? null : openedBallot(event.event, receipt.opening);
  if (receipt.opening !== undefined && opened === null) return fault('not-opened', origin);
  const { size } = verdict;
  return { kind: 'holds', receipt, event: event.event, opened, origin, size, key: formatVerifierKey(key) };
}

function fault(reason: ReceiptFault, origin: string | null): ReceiptCheck {
  return { kind: 'fault', fault: reason, origin };
}

function originIn({ checkpoint }: Receipt): string | null {
  const note = parseNote(checkpoint);
  return (note && parseCheckpoint(note.text)?.origin) ?? null;
}

/** The ballot that the seal in the event was made of (ledger.md §3); `null` where it was made of another. */
function openedBallot(
  { log, data }: Event,
  { salt, ballot }: NonNullable<Receipt['opening']>,
): BallotBody | null {
  const read = ballotBody.safeParse(jsonOf(ballot));
  const stakeholder = 'stakeholder' in data ? data.stakeholder : null;
  if (!read.success || typeof stakeholder !== 'string' || !('commitment' in data)) return null;
  return data.commitment === sealOf(log, stakeholder, salt, read.data) ? read.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
