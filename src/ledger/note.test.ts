import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { concat, fromHex, utf8 } from './hash';
import {
  formatSigningKey,
  formatVerifierKey,
  parseNote,
  parseSigningKey,
  parseVerifierKey,
  signingKey,
  signNote,
  verifyNote,
} from './note';
import { originOf } from './origin';
import { inclusionProof } from './proof';
import { type Receipt, verifyReceipt } from './receipt';
import { appendLeaves, leafHash, treeHash } from './tree';

const ORIGIN = originOf('localhost', 'demo', 1);
const key = signingKey(ORIGIN, new Uint8Array(32).fill(7));
const other = signingKey(originOf('localhost', 'other', 1), new Uint8Array(32).fill(8));
const checkpoint = { origin: ORIGIN, size: 3, root: new Uint8Array(32).fill(9) };

/** The key that the Go package golang.org/x/mod/sumdb/note documents in its examples. */
const PETER = {
  signing: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

describe('keys', () => {
  test('a key that another implementation published opens, signs and verifies as there', () => {
    const peter = parseSigningKey(PETER.signing);
    const verifier = parseVerifierKey(PETER.verifier);
    if (peter === null || verifier === null) throw new Error('the published key does not parse');
    expect(formatVerifierKey(peter)).toBe(PETER.verifier);
    expect(signNote(PETER.text, [peter])).toBe(`${PETER.text}\n${PETER.signature}`);
    const note = parseNote(`${PETER.text}\n${PETER.signature}`);
    expect(note !== null && verifyNote(note, verifier)).toBe(true);
  });

  test('both encodings read back', () => {
    expect(parseSigningKey(formatSigningKey(key))).toEqual(key);
    const { seed: _, ...publicPart } = key;
    expect(parseVerifierKey(formatVerifierKey(key))).toEqual(publicPart);
  });

  test('a key whose ID does not fit its name, or that is malformed, is none', () => {
    const text = formatVerifierKey(key);
    expect(parseVerifierKey(text.replace('demo', 'dem0'))).toBeNull();
    expect(parseVerifierKey(text.slice(0, -4))).toBeNull();
    expect(parseVerifierKey('a+b+c')).toBeNull();
    expect(parseSigningKey(formatVerifierKey(key))).toBeNull();
    expect(() => signingKey('a name', new Uint8Array(32))).toThrow(RangeError);
    expect(() => signingKey('name', new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('checkpoints', () => {
  const signed = signCheckpoint(checkpoint, key);

  test('opens under its own key only', () => {
    const opened = openCheckpoint(signed, key);
    expect(opened.ok && opened.checkpoint).toEqual(checkpoint);
    expect(openCheckpoint(signed, other)).toEqual({ ok: false, reason: 'wrong-origin' });
    const impostor = signingKey(ORIGIN, new Uint8Array(32).fill(1));
    expect(openCheckpoint(signed, impostor)).toEqual({ ok: false, reason: 'bad-signature' });
    expect(() => signCheckpoint(checkpoint, other)).toThrow(RangeError);
  });

  test('every changed character is noticed', () => {
    for (let at = 0; at < signed.length; at++) {
      const changed = `${signed.slice(0, at)}${signed[at] === 'A' ? 'B' : 'A'}${signed.slice(at + 1)}`;
      expect(openCheckpoint(changed, key).ok, `character ${at}`).toBe(false);
    }
  });

  test('cosignatures of others do not hurt', () => {
    const note = signNote(formatCheckpoint(checkpoint), [other, key]);
    expect(openCheckpoint(note, key).ok).toBe(true);
  });

  test.each([
    '',
    'a\n1\n',
    'a\n01\nAA==\n',
    'a\n-1\nAA==\n',
    `a\n${2 ** 53}\n${'A'.repeat(43)}=\n`,
    '\n1\n\n',
  ])('refuses %j', (text) => expect(parseCheckpoint(text)).toBeNull());

  test('a later epoch has another origin', () => {
    expect(originOf('parley.example', 'x', 2)).toBe('parley.example/parley/x/2');
  });

  test('tools of others verify the signature: node:crypto and openssl', () => {
    const note = parseNote(signed);
    const signature = note?.signatures[0]?.signature;
    if (note === null || signature === undefined) throw new Error('the checkpoint does not parse');
    const der = concat(fromHex('302a300506032b6570032100'), key.publicKey);
    const publicKey = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
    expect(verify(null, utf8(note.text), publicKey, signature)).toBe(true);

    const folder = mkdtempSync(join(tmpdir(), 'parley-note-'));
    const file = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const args = ['pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER'];
    const paths = [
      '-inkey',
      file('key', der),
      '-in',
      file('text', utf8(note.text)),
      '-sigfile',
      file('sig', signature),
    ];
    try {
      expect(execFileSync('openssl', [...args, ...paths], { encoding: 'utf8' })).toContain(
        'Verified Successfully',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('receipts', () => {
  const events = ['{"a":1}', '{"a":2}', '{"a":3}'];
  const nodes = new Map(
    appendLeaves(
      [],
      events.map((event) => leafHash(utf8(event))),
    ).added.map(({ level, index, hash }) => [`${level}/${index}`, hash]),
  );
  const read = ({ level, index }: { level: number; index: number }) => {
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`no node ${level}/${index}`);
    return hash;
  };
  const receipt: Receipt = {
    format: 'parley-receipt/1',
    position: 1,
    event: '{"a":2}',
    proof: inclusionProof(1, 3, read).map((hash) => Buffer.from(hash).toString('hex')),
    checkpoint: signCheckpoint({ origin: ORIGIN, size: 3, root: treeHash(3, read) }, key),
  };

  test('a true one verifies', () => {
    expect(verifyReceipt(receipt, key)).toEqual({ ok: true, size: 3 });
  });

  test.each<[string, Partial<Receipt>, string]>([
    ['another event', { event: '{"a":9}' }, 'not-included'],
    ['another position', { position: 2 }, 'not-included'],
    ['a shortened proof', { proof: [] }, 'not-included'],
    ['a proof that is not hashes', { proof: ['xyz'] }, 'malformed'],
    ['a checkpoint that is none', { checkpoint: 'hello' }, 'malformed'],
  ])('%s is refused', (_, change, reason) => {
    expect(verifyReceipt({ ...receipt, ...change }, key)).toEqual({ ok: false, reason });
  });
});
