import { z } from 'zod';
import { canonicalJson, readCanonical } from '@/ledger/canonical';
import { signCheckpoint } from '@/ledger/checkpoint';
import { utf8 } from '@/ledger/hash';
import { formatVerifierKey, type SigningKey } from '@/ledger/note';
import { leafHash } from '@/ledger/tree';
import type { Opening, SaltedText } from '@/negotiation/decide/decision';
import { ballotBody } from '@/negotiation/events/ballot';
import { type Event, eventText, isJson } from '@/negotiation/events/event';
import { hex32, id } from '@/negotiation/events/scalars';
import { GrowingTree } from './growing-tree';

/** The audit bundle (ledger.md §4): NDJSON. A header, the events with what belongs to each, the checkpoint. */

const header = z.strictObject({ format: z.literal('parley-audit/1'), origin: z.string(), key: z.string() });
const textLine = z.strictObject({ salt: hex32, text: z.string() });
const openingLine = z.strictObject({ ballot: ballotBody, salt: hex32, stakeholder: id });

export type BundleHeader = z.infer<typeof header>;
export type TextLine = z.infer<typeof textLine>;
export type OpeningLine = z.infer<typeof openingLine>;

/** `null` where the line begins no bundle. */
export function parseHeader(line: Uint8Array): BundleHeader | null {
  const read = header.safeParse(parsed(line));
  return read.success ? read.data : null;
}

export type LineKind = 'event' | 'text' | 'opening' | 'checkpoint';

const QUOTE = 0x22;
const TEXT = utf8('{"salt":');
const OPENING = utf8('{"ballot":');

/** What a line claims to be, by how it begins: canonical JSON sorts its keys, so an event begins with its actor. */
export function kindOf(line: Uint8Array): LineKind {
  if (line[0] === QUOTE) return 'checkpoint';
  if (begins(line, TEXT)) return 'text';
  return begins(line, OPENING) ? 'opening' : 'event';
}

export type ReadLine<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly step: 'canonical' | 'schema' };

/** A free text with its salt, which follows the event that holds their hash. */
export function parseTextLine(line: Uint8Array): ReadLine<TextLine> {
  return readLine(line, textLine);
}

/** What a seal opens to, which follows the event that holds the seal (private mode, ledger.md §3). */
export function parseOpeningLine(line: Uint8Array): ReadLine<OpeningLine> {
  return readLine(line, openingLine);
}

/** The signed note; `null` where the line is no JSON string. */
export function parseCheckpointLine(line: Uint8Array): string | null {
  const value = parsed(line);
  return typeof value === 'string' ? value : null;
}

function readLine<T>(line: Uint8Array, schema: z.ZodType<T>): ReadLine<T> {
  const read = readCanonical(line);
  if (!read.ok) return { ok: false, step: 'canonical' };
  const fits = schema.safeParse(read.value);
  return fits.success ? { ok: true, value: fits.data } : { ok: false, step: 'schema' };
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
  } catch {
    return undefined;
  }
}

function begins(line: Uint8Array, bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => line[index] === byte);
}

export interface BundleParts {
  readonly events: Iterable<Event>;
  /** Those that may be told, by hash. */
  readonly text: (hash: string) => Pick<SaltedText, 'salt' | 'text'> | undefined;
  /** Those that may be told, by seal. */
  readonly opening: (commitment: string) => Omit<Opening, 'commitment'> | undefined;
}

/** The lines of a bundle, each with its line feed. The checkpoint is signed over the events as they went by. */
export function* writeBundle({ events, text, opening }: BundleParts, key: SigningKey): Generator<string> {
  const tree = new GrowingTree();
  yield `${JSON.stringify({ format: 'parley-audit/1', origin: key.name, key: formatVerifierKey(key) })}\n`;
  for (const event of events) {
    const line = eventText(event);
    tree.append(leafHash(utf8(line)));
    yield `${line}\n`;
    for (const hash of hashesIn(event.data)) {
      const told = text(hash);
      if (told !== undefined) yield `${canonicalJson({ salt: told.salt, text: told.text })}\n`;
      const opened = opening(hash);
      if (opened !== undefined && isJson(opened.ballot)) {
        const { ballot, salt, stakeholder } = opened;
        yield `${canonicalJson({ ballot, salt, stakeholder })}\n`;
      }
    }
  }
  yield `${JSON.stringify(signCheckpoint({ origin: key.name, size: tree.size, root: tree.root() }, key))}\n`;
}

/** Every 32 bytes in hex that an event holds, once each: among them the hashes of its texts, and its seal. */
export function hashesIn(data: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(data);
  return found;
}
