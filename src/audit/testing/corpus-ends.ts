import { fromBase64, toBase64 } from '@/ledger/base64';
import { signCheckpoint } from '@/ledger/checkpoint';
import { formatVerifierKey, type SigningKey, signingKey } from '@/ledger/note';
import type { Receipt } from '@/ledger/receipt';
import { KEY, OTHER_KEY } from './bundles';
import { type Edit, exactly, replacing, type Sound, type Tampered, UNTOUCHED } from './corpus';
import { LAST_KEY } from './every-event';

/** Header, checkpoint, keys, and what somebody kept: forged, rolled back, of another log, altered member by member. */

const TREE = exactly('tree at null');
const SIGNATURE = exactly('signature at null');
const UNREADABLE = exactly('unreadable');
const FOREIGN_KEY = signingKey('parley.example/parley/foreign', LAST_KEY.seed);
/** The order of the group of Ed25519: a signature with it added to S is one that lax verifiers take. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

export function* endChanges(sound: Sound): Generator<Tampered> {
  yield* headers(sound);
  yield* checkpoints(sound);
  for (const [what, key] of [
    ['of the same name', signingKey(LAST_KEY.name, OTHER_KEY.seed)],
    ['of the first epoch', OTHER_KEY],
    ['of another log', FOREIGN_KEY],
  ] as const) {
    yield { kind: 'wrong key', what, edit: UNTOUCHED, key: formatVerifierKey(key), ...SIGNATURE };
  }
}

function* headers({ lines }: Sound): Generator<Tampered> {
  const header: Record<string, string> = JSON.parse(lines[0] ?? '');
  const with_ = (change: object): Edit => replacing(0, JSON.stringify({ ...header, ...change }));
  const key = (of: SigningKey) => with_({ key: formatVerifierKey(of) });
  for (const [what, edit, verdict] of [
    ['another format', with_({ format: 'parley-audit/2' }), UNREADABLE],
    ['a member more', with_({ zzz: 1 }), UNREADABLE],
    ['an origin of another type', with_({ origin: 1 }), UNREADABLE],
    ['a key that is none', with_({ key: 'key' }), UNREADABLE],
    ['another origin', with_({ origin: 'elsewhere.example/parley/stage/2' }), SIGNATURE],
    ['another key', key(signingKey(LAST_KEY.name, OTHER_KEY.seed)), SIGNATURE],
    ['the key before the rotation', key(KEY), SIGNATURE],
    ['no header', { from: 0, remove: 1, lines: [] }, UNREADABLE],
    ['a header twice', replacing(0, lines[0] ?? '', lines[0] ?? ''), exactly('canonical at 0')],
  ] as const) {
    yield { kind: 'header', what, edit, ...verdict };
  }
  for (const name of Object.keys(header)) {
    yield { kind: 'header', what: `no ${name}`, edit: with_({ [name]: undefined }), ...UNREADABLE };
  }
}

function* checkpoints({ lines, at }: Sound): Generator<Tampered> {
  const index = lines.length - 1;
  const size = at.length;
  for (const [what, note, verdict] of altered(JSON.parse(lines[index] ?? ''), size)) {
    yield { kind: 'checkpoint', what, edit: replacing(index, JSON.stringify(note)), ...verdict };
  }
  for (const value of [5, [], {}, null, true]) {
    const edit = replacing(index, JSON.stringify(value));
    yield {
      kind: 'checkpoint',
      what: `${JSON.stringify(value)} instead`,
      edit,
      ...exactly(`order at ${size}`),
    };
  }
  const twice = replacing(index, lines[index] ?? '', lines[index] ?? '');
  yield { kind: 'checkpoint', what: 'twice', edit: twice, ...exactly(`canonical at ${size}`) };
}

type Verdict = Pick<Tampered, 'earliest' | 'latest'>;

/** A checkpoint that was signed, with something else in it; and what a forger would sign. */
function* altered(note: string, size: number): Generator<[string, string, Verdict]> {
  const [origin = '', , root = ''] = note.split('\n');
  const signed = (key: SigningKey, of = size, hash = fromBase64(root) ?? new Uint8Array()) =>
    signCheckpoint({ origin: key.name, size: of, root: hash }, key);
  for (const other of [
    String(size + 1),
    String(size - 1),
    '0',
    `0${size}`,
    `+${size}`,
    `${size}.0`,
    '',
    '1e2',
  ]) {
    yield [`size ${other}`, note.replace(`\n${size}\n`, `\n${other}\n`), TREE];
  }
  yield [
    'another root',
    note.replace(
      root,
      root.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    ),
    TREE,
  ];
  yield ['a shorter root', note.replace(root, root.slice(4)), TREE];
  yield ['another origin', note.replace(origin, 'elsewhere.example/parley/stage'), SIGNATURE];
  yield ['signed, of fewer events', signed(LAST_KEY, size - 1), TREE];
  yield ['signed, of another root', signed(LAST_KEY, size, new Uint8Array(32)), TREE];
  yield ['by another key of the name', signed(signingKey(LAST_KEY.name, OTHER_KEY.seed)), SIGNATURE];
  yield ['by the key before the rotation', signed(signingKey(LAST_KEY.name, KEY.seed)), SIGNATURE];
  yield ['by the key before the epoch', signed(signingKey(KEY.name, LAST_KEY.seed)), SIGNATURE];
  yield ['of another log', signed(FOREIGN_KEY), SIGNATURE];
  yield* signatures(note);
}

/** Each part of a signature: the ID of its key, R, S; and none of it. */
function* signatures(note: string): Generator<[string, string, Verdict]> {
  const told = / (\S+)\n$/.exec(note)?.[1] ?? '';
  const bytes = fromBase64(told) ?? new Uint8Array();
  const with_ = (by: Uint8Array) => note.replace(told, toBase64(by));
  for (const index of [0, 3, 4, 20, 35, 36, 50, 67]) {
    yield [
      `byte ${index} of the signature`,
      with_(bytes.map((b, i) => (i === index ? b ^ 1 : b))),
      SIGNATURE,
    ];
  }
  yield ['S with the order of the group added', with_(malleated(bytes)), SIGNATURE];
  yield ['signed by another name', note.replace(/— \S+/, '— elsewhere'), SIGNATURE];
  const open = { earliest: 'tree at null', latest: 'signature at null' };
  yield ['a signature cut short', with_(bytes.slice(0, -1)), open];
  yield ['no signature', note.replace(/— .*\n/, ''), open];
  yield ['a line more in the text', note.replace('\n\n', '\nmore\n\n'), open];
}

function malleated(bytes: Uint8Array): Uint8Array {
  let carry = bytes.slice(36).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + ORDER;
  return bytes.map((byte, index) => {
    if (index < 36) return byte;
    const low = Number(carry & 255n);
    carry >>= 8n;
    return low;
  });
}

/** An older checkpoint which is not what the log began with, or is more than it has. */
export function* sinceChanges({ at }: Sound): Generator<Tampered> {
  const signed = (key: SigningKey, size: number) =>
    signCheckpoint({ origin: key.name, size, root: new Uint8Array(32) }, key);
  for (const [what, since, verdict] of [
    ['another beginning', signed(KEY, 5), exactly('since at null')],
    ['more events', signed(LAST_KEY, at.length + 1), exactly('since at null')],
    ['by a key that never signed', signed(OTHER_KEY, 5), exactly('since at null')],
    ['of another log', signed(FOREIGN_KEY, 5), exactly('since at null')],
    ['no checkpoint', 'no checkpoint', UNREADABLE],
  ] as const) {
    yield { kind: 'older checkpoint', what, edit: UNTOUCHED, since, ...verdict };
  }
}

export function* receiptChanges(receipt: Receipt): Generator<Tampered> {
  const { position, proof, event } = receipt;
  const refused = exactly(`receipts at ${position}`);
  const altered = (what: string, by: object, verdict: Verdict = refused): Tampered => ({
    kind: 'receipt',
    what: `of ${position}: ${what}`,
    edit: UNTOUCHED,
    receipt: JSON.stringify({ ...receipt, ...by }),
    ...verdict,
  });
  for (const name of Object.keys(receipt)) {
    yield altered(`no ${name}`, { [name]: undefined }, UNREADABLE);
    yield altered(`${name} of another type`, { [name]: null }, UNREADABLE);
  }
  yield altered('a member more', { zzz: 1 }, UNREADABLE);
  yield altered('another format', { format: 'parley-receipt/2' }, UNREADABLE);
  yield altered('another position', { position: position + 1 }, exactly(`receipts at ${position + 1}`));
  yield altered('a negative position', { position: -1 }, UNREADABLE);
  yield altered('another event', { event: event.replace('"stage"', '"stave"') });
  yield altered('an event that is none', { event: '' });
  for (const [index, hash] of proof.entries()) {
    yield altered(`proof ${index} changed`, { proof: proof.with(index, flipped(hash)) });
    yield altered(`proof ${index} no hash`, { proof: proof.with(index, 'x') });
    yield altered(`proof ${index} dropped`, { proof: proof.toSpliced(index, 1) });
    yield altered(`proof ${index} twice`, { proof: proof.toSpliced(index, 0, hash) });
  }
  const size = Number(receipt.checkpoint.split('\n')[1]);
  for (const [what, checkpoint] of unsignedChanges(receipt.checkpoint, size)) {
    yield altered(`checkpoint with ${what}`, { checkpoint });
  }
}

/** What breaks a receipt's checkpoint wherever it stands: none of what the newest key would sign anew. */
function* unsignedChanges(note: string, size: number): Generator<[string, string]> {
  for (const [what, other] of altered(note, size)) {
    if (!what.startsWith('signed, ') && !what.startsWith('by ')) yield [what, other];
  }
}

function flipped(hash: string): string {
  return hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
}
