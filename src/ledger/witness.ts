/**
 * The call `add-checkpoint` of C2SP tlog-witness (c2sp.org/tlog-witness): what a log sends to a witness, and how the
 * witness judges it. Pure: who judges keeps the state, and must replace it before the cosignature leaves.
 */
import { fromBase64, toBase64 } from './base64';
import { type Checkpoint, parseCheckpoint } from './checkpoint';
import { equalBytes } from './hash';
import { parseNote, type SignedNote, type VerifierKey, verifyNote } from './note';
import { verifyConsistency } from './proof';
import { emptyTreeHash } from './tree';

/** A consistency proof between trees of fewer than 2⁶³ leaves has no more hashes. */
const MOST_PROOF_LINES = 63;

/** Media type of the body of an answer 409: the known size and a line feed. */
export const TREE_SIZE_TYPE = 'text/x.tlog.size';

export interface AddCheckpoint {
  /** Size of the checkpoint that the witness cosigned last, as far as the log knows. */
  readonly old: number;
  /** Consistency proof from there (RFC 9162 §2.1.4); empty where `old` is 0. */
  readonly proof: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

/** The largest tree that a witness cosigned for an origin. */
export type KnownTree = Pick<Checkpoint, 'size' | 'root'>;

/** What a witness knows before it has cosigned anything. */
export const NOTHING_KNOWN: KnownTree = { size: 0, root: emptyTreeHash() };

export type Judgement =
  | { readonly status: 200; readonly known: KnownTree }
  /** `isFork`: the log signed another tree of the very size that the witness knows, and the request proves it. */
  | { readonly status: 409; readonly size: number; readonly isFork: boolean }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string };

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

export interface ReadAddCheckpoint extends AddCheckpoint {
  readonly note: SignedNote;
  readonly tree: Checkpoint;
}

/** `null` where the body is malformed, in which case it names no log: a witness answers 400. */
export function parseAddCheckpoint(body: string): ReadAddCheckpoint | null {
  const split = body.indexOf('\n\n');
  if (split < 0) return null;
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const digits = /^old (0|[1-9][0-9]*)$/.exec(first)?.[1];
  const old = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(old) || lines.length > MOST_PROOF_LINES) return null;
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== 32) return null;
    proof.push(hash);
  }
  const checkpoint = body.slice(split + 2);
  const note = parseNote(checkpoint);
  const tree = note && parseCheckpoint(note.text);
  return note && tree && { old, proof, checkpoint, note, tree };
}

/**
 * Judges a request in the order of the specification's text.
 *
 * @param keys the trusted keys of the checkpoint's origin, several while a log changes keys; `null`: an unknown origin
 * @param known what the witness cosigned last for that origin
 */
export function judgeAddCheckpoint(
  { old, proof, note, tree }: ReadAddCheckpoint,
  keys: readonly VerifierKey[] | null,
  known: KnownTree,
): Judgement {
  if (keys === null) return { status: 404, reason: `no log ${tree.origin} is known here` };
  // A key speaks for the origin that it is named after alone, whichever list it stands in.
  if (!keys.some((key) => key.name === tree.origin && verifyNote(note, key))) {
    return { status: 403, reason: 'no signature of a trusted key verifies' };
  }
  if (old > tree.size) {
    return { status: 400, reason: `the old size ${old} is above the checkpoint's ${tree.size}` };
  }
  if (old !== known.size) return { status: 409, size: known.size, isFork: false };
  if (old === tree.size && !equalBytes(tree.root, known.root)) {
    return { status: 409, size: known.size, isFork: true };
  }
  if (!verifyConsistency(old, tree.size, known.root, tree.root, proof)) {
    return { status: 422, reason: `no proof that the tree of size ${tree.size} extends that of size ${old}` };
  }
  return { status: 200, known: { size: tree.size, root: tree.root } };
}
