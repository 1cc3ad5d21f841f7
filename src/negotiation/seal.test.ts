import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealOf } from './seal';

it('is SHA-256 over the five parts, each after its length in eight bytes', () => {
  const salt = '0f'.repeat(32);
  const parts = [
    'parley/seal/1',
    'log-1',
    'lab-ä',
    Buffer.from(salt, 'hex'),
    '{"provisional":true,"scores":{"a":1.5,"b":[0,1,2]}}',
  ];
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    hash.update(length).update(bytes);
  }
  const ballot = { scores: { b: [0, 1, 2] as const, a: 1.5 }, provisional: true };
  expect(sealOf('log-1', 'lab-ä', salt, ballot)).toBe(hash.digest('hex'));
});

it('differs when any part differs, or when a boundary moves', () => {
  const salt = '00'.repeat(32);
  const ballot = { abstain: true } as const;
  const seals = [
    sealOf('ab', 'c', salt, ballot),
    sealOf('a', 'bc', salt, ballot),
    sealOf('ab', 'c', '01'.repeat(32), ballot),
    sealOf('ab', 'c', salt, { abstain: true, provisional: true }),
  ];
  expect(new Set(seals).size).toBe(seals.length);
});
