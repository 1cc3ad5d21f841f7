import { cosign, formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { formatVerifierKey, parseNote, type SigningKey, signingKey } from '@/ledger/note';
import { exactly, replacing, type Sound, type Tampered, UNTOUCHED } from './corpus';

/** Cosignatures that are missing, another's, of another tree, or spoilt. */

const WITNESS = signingKey('witness.example/w1', new Uint8Array(32).fill(21));
const SAME_NAME = signingKey(WITNESS.name, new Uint8Array(32).fill(22));
const OTHER = signingKey('witness.example/w2', new Uint8Array(32).fill(22));
const TIME = 1_767_225_600;

export function* witnessChanges({ lines, at }: Sound): Generator<Tampered> {
  const index = lines.length - 1;
  const note: string = JSON.parse(lines[index] ?? '');
  const text = parseNote(note)?.text ?? '';
  const witness = formatWitnessKey(witnessKeyOf(WITNESS));
  const by = (key: SigningKey, of = text) => cosign(of, key, TIME);
  const [origin = '', , root = ''] = text.split('\n');
  const other = `${origin}\n${at.length}\n${Buffer.alloc(32).toString('base64')}\n`;
  const shorter = `${origin}\n${at.length - 1}\n${root}\n`;
  const ours = by(WITNESS);
  const spoilt = ours.replace(
    /.(.{3})\n$/,
    (_, rest: string) => `${ours.at(-5) === 'A' ? 'B' : 'A'}${rest}\n`,
  );
  for (const [what, cosignatures] of [
    ['by nobody', ''],
    ['by another witness', by(OTHER)],
    ['by another key of the name', by(SAME_NAME)],
    ['over another tree', by(WITNESS, other)],
    ['over another size', by(WITNESS, shorter)],
    ['one byte changed', spoilt],
    ['a false one beside a true one', ours + by(WITNESS, other)],
    ['under another name', ours.replace(WITNESS.name, OTHER.name)],
  ] as const) {
    const edit = replacing(index, JSON.stringify(note + cosignatures));
    yield { kind: 'cosignature', what, edit, witness, ...exactly('witnesses at null') };
  }
  // The same Ed25519 key has another ID where it signs notes, so that neither passes for the other.
  const own = { edit: UNTOUCHED, witness: formatVerifierKey(WITNESS) };
  yield { kind: 'cosignature', what: 'a key of notes', ...own, ...exactly('unreadable') };
}
