import { expect, it } from 'vitest';
import { formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { formatVerifierKey, signingKey } from '@/ledger/note';
import { parseWitnesses } from './configured';

const keyOf = (name: string, seed: number) => signingKey(name, new Uint8Array(32).fill(seed));
const W1 = formatWitnessKey(witnessKeyOf(keyOf('witness.example/w1', 1)));
const W2 = formatWitnessKey(witnessKeyOf(keyOf('witness.example/w2', 2)));

it('reads entries separated by commas or new lines, however they are spaced', () => {
  const read = parseWitnesses(`  ${W1}   https://one.example/  ,\n\n${W2}\thttp://127.0.0.1:4600/path//,`);
  expect(read).toMatchObject([
    { key: { name: 'witness.example/w1' }, url: 'https://one.example' },
    { key: { name: 'witness.example/w2' }, url: 'http://127.0.0.1:4600/path' },
  ]);
});

it('reads none from a setting that names none', () => {
  expect(parseWitnesses('')).toEqual([]);
  expect(parseWitnesses(' ,\n ')).toEqual([]);
});

it.each([
  ['no key at all', 'https://one.example', 'is no verifier key of a witness'],
  [
    'the verifier key of a log, whose signatures are of another kind',
    `${formatVerifierKey(keyOf('witness.example/w1', 1))} https://one.example`,
    'is no verifier key of a witness',
  ],
  ['a key with one letter changed', `${W1.replace('w1', 'w3')} https://one.example`, 'is no verifier key'],
  ['a key without an address', W1, 'is not a verifier key, a space and an http(s) URL'],
  ['an address that is none', `${W1} one.example`, 'is not a verifier key, a space'],
  ['an address that cannot be asked', `${W1} ftp://one.example`, 'is not a verifier key, a space'],
  ['something after the address', `${W1} https://one.example twice`, 'is not a verifier key, a space'],
  [
    'one witness twice, though at two addresses',
    `${W1} https://one.example, ${W1} https://two.example`,
    'witness.example/w1 is named twice',
  ],
])('says what is wrong with %s', (_, setting, sentence) => {
  expect(parseWitnesses(setting)).toContain(sentence);
});

it('refuses the whole setting where one entry is wrong', () => {
  expect(typeof parseWitnesses(`${W2} https://two.example\nnonsense`)).toBe('string');
});
