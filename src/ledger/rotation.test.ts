import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from './base64';
import { signingKey } from './note';
import { checkRotation, rotationText, signRotation } from './rotation';
import { asSpki, nodeAccepts } from './testing/node-crypto';

const NAME = 'parley.example/parley/tea';
const key = (seed: number, name = NAME) => signingKey(name, new Uint8Array(32).fill(seed));
const rotation = signRotation(key(2), key(1), 17);

describe('a rotation', () => {
  it('signs four lines that anybody can write down', () => {
    expect(rotationText(key(2), 17)).toBe(`parley/key-rotation/1\n${NAME}\n17\n${rotation.key}\n`);
    expect(checkRotation(rotation, 17)).toMatchObject({ ok: true, key: { name: NAME } });
  });

  it('is of its position, its new key and its previous one', () => {
    const other = signRotation(key(3), key(1), 17);
    expect(checkRotation(rotation, 18)).toEqual({ ok: false, reason: 'bad-signature' });
    expect(checkRotation({ ...rotation, key: other.key }, 17)).toEqual({
      ok: false,
      reason: 'bad-signature',
    });
    const stolen = { ...rotation, previous: signRotation(key(2), key(4), 17).previous };
    expect(checkRotation(stolen, 17)).toEqual({ ok: false, reason: 'bad-signature' });
    expect(checkRotation({ ...rotation, key: rotation.previous }, 17)).toEqual({ ok: false, reason: 'same' });
  });

  it('is not made between keys of two names, nor from a key to itself', () => {
    expect(() => signRotation(key(2, 'other'), key(1), 0)).toThrow(RangeError);
    expect(() => signRotation(key(1), key(1), 0)).toThrow(RangeError);
  });

  it('is what Node’s own crypto accepts', () => {
    const accepts = (position: number) =>
      nodeAccepts(
        key(1).publicKey,
        rotationText(key(2), position),
        fromBase64(rotation.signature) ?? new Uint8Array(),
      );
    expect(accepts(17)).toBe(true);
    expect(accepts(18)).toBe(false);
  });

  it('is what openssl accepts', (context) => {
    if (!/^OpenSSL [3-9]/.test(spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '')) {
      return context.skip();
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-rotation-'));
    const file = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    };
    const signature = file('signature', fromBase64(rotation.signature) ?? '');
    const publicKey = file('key', asSpki(key(1).publicKey));
    const accepts = (position: number) => {
      const message = file('message', rotationText(key(2), position));
      const words = ['-verify', '-pubin', '-keyform', 'DER', '-rawin', '-inkey', publicKey];
      return spawnSync('openssl', ['pkeyutl', ...words, '-in', message, '-sigfile', signature]).status === 0;
    };
    expect(accepts(17)).toBe(true);
    expect(accepts(18)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
