import { Faults, run } from './check';
import { negotiationFile } from './check-file';
import type { Fault, NegotiationFile } from './model';
import { parseJson } from './parse-json';
import { decodeUtf8 } from './utf8';

/** The fault of a file that starts with a byte order mark. */
export const MARKED: Fault = { path: '$', message: 'starts with a byte order mark; JSON has none' };

export type ReadFile =
  | { readonly ok: true; readonly file: NegotiationFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a negotiation file (negotiation-file.md) from its bytes. Refuses with the first 100 faults, each with its
 * path in the document; text that is not UTF-8 or not JSON has one.
 */
export function readNegotiationFile(bytes: Uint8Array): ReadFile {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { ok: false, faults: [{ path: '$', message: decoded.message }] };
  if (decoded.text.startsWith('\ufeff')) return { ok: false, faults: [MARKED] };
  const parsed = parseJson(decoded.text);
  if (!parsed.ok) return { ok: false, faults: [parsed.fault] };
  return judged(parsed.value, new Faults('', parsed.duplicates));
}

/** The same judgement on JSON that was parsed already, where keys given twice can no longer be told. */
export function validateNegotiation(value: unknown): ReadFile {
  return judged(value, new Faults());
}

function judged(value: unknown, faults: Faults): ReadFile {
  const outcome = run(negotiationFile, value, faults);
  return outcome.ok ? { ok: true, file: outcome.value } : outcome;
}
