import { describe, expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint';
import { utf8 } from './hash';
import { signingKey } from './note';
import { consistencyProof } from './proof';
import { appendLeaves, leafHash, type NodeAddress, treeHash } from './tree';
import {
  type AddCheckpoint,
  formatAddCheckpoint,
  type Judgement,
  judgeAddCheckpoint,
  type KnownTree,
  NOTHING_KNOWN,
  parseAddCheckpoint,
} from './witness';

const key = signingKey('localhost/parley/demo', new Uint8Array(32).fill(7));
const next = signingKey(key.name, new Uint8Array(32).fill(6));
const stranger = signingKey('localhost/parley/other', new Uint8Array(32).fill(7));

/** A log whose leaves begin with `mine` from position 4 on: two of them fork there. */
function logOf(mine: string) {
  const leaves = Array.from({ length: 9 }, (_, i) => leafHash(utf8(`${i < 4 ? 'shared' : mine} ${i}`)));
  const nodes = new Map<string, Uint8Array>();
  const read = ({ level, index }: NodeAddress): Uint8Array => {
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error('no such node');
    return hash;
  };
  for (const { level, index, hash } of appendLeaves([], leaves).added) nodes.set(`${level}/${index}`, hash);
  const known = (size: number): KnownTree => ({ size, root: treeHash(size, read) });
  const request = (old: number, size: number, signer = key): AddCheckpoint => ({
    old,
    proof: old > size ? [] : consistencyProof(old, size, read),
    checkpoint: signCheckpoint({ origin: signer.name, ...known(size) }, signer),
  });
  return { known, request };
}

const ours = logOf('ours');
const theirs = logOf('theirs');

function judge(request: AddCheckpoint, known: KnownTree, keys: readonly (typeof key)[] | null = [key]) {
  const parsed = parseAddCheckpoint(formatAddCheckpoint(request));
  if (parsed === null) throw new Error('the request does not parse');
  return judgeAddCheckpoint(parsed, keys, known);
}

const statusOf = (judged: Judgement) => judged.status;

describe('add-checkpoint', () => {
  test('is accepted from nothing, from what is known, and again', () => {
    expect(judge(ours.request(0, 3), NOTHING_KNOWN)).toEqual({ status: 200, known: ours.known(3) });
    expect(judge(ours.request(3, 7), ours.known(3))).toMatchObject({ status: 200, known: { size: 7 } });
    expect(judge(ours.request(7, 7), ours.known(7))).toMatchObject({ status: 200, known: { size: 7 } });
  });

  test('of an unknown origin: 404, before its signature is looked at', () => {
    expect(statusOf(judge(ours.request(0, 3, stranger), NOTHING_KNOWN, null))).toBe(404);
  });

  test('without a signature of a trusted key of that origin: 403', () => {
    expect(statusOf(judge(ours.request(0, 3, next), NOTHING_KNOWN))).toBe(403);
    expect(statusOf(judge(ours.request(0, 3, next), NOTHING_KNOWN, [key, next]))).toBe(200);
    expect(statusOf(judge(ours.request(0, 3, stranger), NOTHING_KNOWN, [key, stranger]))).toBe(200);
    expect(statusOf(judge(ours.request(0, 3, stranger), NOTHING_KNOWN, [key]))).toBe(403);
  });

  test('with an old size above its own: 400, whatever is known', () => {
    expect(statusOf(judge(ours.request(5, 3), ours.known(5)))).toBe(400);
  });

  test('with an old size that is not the known one: 409 that names it', () => {
    const expected = { status: 409, size: 5, isFork: false };
    expect(judge(ours.request(3, 7), ours.known(5))).toEqual(expected);
    expect(judge(ours.request(0, 5), ours.known(5))).toEqual(expected);
  });

  test('of a fork: 409 at the same size, 422 at a larger one', () => {
    expect(judge(theirs.request(6, 6), ours.known(6))).toEqual({ status: 409, size: 6, isFork: true });
    expect(statusOf(judge(theirs.request(6, 8), ours.known(6)))).toBe(422);
    // Up to where they part they are one history.
    expect(statusOf(judge(theirs.request(4, 8), ours.known(4)))).toBe(200);
  });

  test('with a proof that does not lead there, or one where none belongs: 422', () => {
    const { proof } = ours.request(3, 7);
    expect(statusOf(judge({ ...ours.request(3, 7), proof: proof.slice(1) }, ours.known(3)))).toBe(422);
    expect(statusOf(judge({ ...ours.request(0, 7), proof }, NOTHING_KNOWN))).toBe(422);
    expect(statusOf(judge({ ...ours.request(7, 7), proof }, ours.known(7)))).toBe(422);
  });

  test('that is malformed is none', () => {
    const body = formatAddCheckpoint(ours.request(3, 7));
    expect(parseAddCheckpoint(body)).toMatchObject(ours.request(3, 7));
    const line = `${'A'.repeat(43)}=\n`;
    const withLines = (count: number) => body.replace('old 3\n', `old 3\n${line.repeat(count)}`);
    const own = ours.request(3, 7).proof.length;
    expect(parseAddCheckpoint(withLines(63 - own))).not.toBeNull();
    const wrong = [
      '',
      withLines(64 - own),
      body.replace('old 3', 'old 03'),
      body.replace('old 3', 'old -3'),
      body.replace('old 3', 'old 9007199254740993'),
      body.replace('old 3\n', 'old 3\nAAAA\n'),
      body.replaceAll('\n', '\r\n'),
      body.replace('\n7\n', '\nseven\n'),
      body.slice(0, -1),
    ];
    for (const each of wrong) expect(parseAddCheckpoint(each)).toBeNull();
  });
});
