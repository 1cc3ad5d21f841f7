import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, signCheckpoint } from './checkpoint';
import { cosign, cosignedAt, formatWitnessKey, parseWitnessKey, witnessKeyOf } from './cosignature';
import { toHex } from './hash';
import { formatVerifierKey, parseNote, parseVerifierKey, type SignedNote, signingKey } from './note';

const log = signingKey('localhost/parley/demo', new Uint8Array(32).fill(7));
const witness = signingKey('witness.example/w1', new Uint8Array(32).fill(9));
const key = witnessKeyOf(witness);
const checkpoint = { origin: log.name, size: 3, root: new Uint8Array(32).fill(5) };
const text = formatCheckpoint(checkpoint);
const signed = signCheckpoint(checkpoint, log);
const TIME = 1_700_000_000;

function read(note: string): SignedNote {
  const parsed = parseNote(note);
  if (parsed === null) throw new Error('no note');
  return parsed;
}

/** Another's cosigner: Python's standard library for the format, openssl for the signature. */
const PYTHON = `
import base64, hashlib, os, struct, subprocess, sys
folder, name, seed, time, text = sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
der = bytes.fromhex('302e020100300506032b657004220420') + seed
path = lambda n: os.path.join(folder, n)
open(path('key'), 'wb').write(der)
open(path('message'), 'wb').write(b'cosignature/v1\\ntime %d\\n' % time + text.encode())
run = lambda *a: subprocess.run(['openssl', *a], check=True, capture_output=True).stdout
public = run('pkey', '-inform', 'DER', '-in', path('key'), '-pubout', '-outform', 'DER')[-32:]
signature = run('pkeyutl', '-sign', '-rawin', '-inkey', path('key'), '-keyform', 'DER', '-in', path('message'))
kid = hashlib.sha256(name.encode() + b'\\n\\x04' + public).digest()[:4]
b64 = lambda b: base64.b64encode(b).decode()
print(name + '+' + kid.hex() + '+' + b64(b'\\x04' + public))
print('\\u2014 ' + name + ' ' + b64(kid + struct.pack('>Q', time) + signature))
`;

test('keys and cosignatures are those that Python and openssl make of the same seed', {
  timeout: 60_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cosignature-'));
  try {
    writeFileSync(join(folder, 'cosign.py'), PYTHON);
    const args = [join(folder, 'cosign.py'), folder, witness.name, toHex(witness.seed), String(TIME), text];
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
    const made = execFileSync('python3', args, { encoding: 'utf8', env });
    expect(`${formatWitnessKey(key)}\n${cosign(text, witness, TIME)}`).toBe(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('keys of witnesses', () => {
  test('read back, and are no keys of logs', () => {
    expect(parseWitnessKey(formatWitnessKey(key))).toEqual(key);
    expect(parseVerifierKey(formatWitnessKey(key))).toBeNull();
    expect(parseWitnessKey(formatVerifierKey(witness))).toBeNull();
    expect(parseWitnessKey(formatWitnessKey(key).replace('w1', 'w2'))).toBeNull();
  });
});

describe('cosignatures', () => {
  test('tell when, whatever other lines there are, and the latest of several', () => {
    const other = signingKey('other.example', new Uint8Array(32).fill(1));
    const lines = [cosign(text, other, 5), cosign(text, witness, TIME + 9), cosign(text, witness, TIME)];
    expect(cosignedAt(read(signed + lines.join('')), key)).toBe(TIME + 9);
    expect(cosignedAt(read(signed), key)).toBeNull();
  });

  test('of another text or time, or of a plain signature under the name, are none', () => {
    const line = cosign(formatCheckpoint({ ...checkpoint, size: 4 }), witness, TIME);
    expect(cosignedAt(read(signed + line), key)).toBeNull();
    const sound = cosign(text, witness, TIME);
    expect(cosignedAt(read(signed + sound + line), key)).toBeNull();
    const note = read(signed + sound);
    const altered = note.signatures.map((each) => {
      const signature = each.signature.slice();
      if (each.name === witness.name) signature[7] = (signature[7] ?? 0) ^ 1;
      return { ...each, signature };
    });
    expect(cosignedAt({ ...note, signatures: altered }, key)).toBeNull();
    expect(() => cosign(text, witness, 1.5)).toThrow(RangeError);
  });
});
