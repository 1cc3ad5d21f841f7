import { expect, it } from 'vitest';
import { witnessCommand } from './witness-arguments';

const GIVEN = ['--key', 'witness-key', '--log', 'a+00000000+AA'];

it('takes a key and logs, and listens to this machine alone unless told otherwise', () => {
  expect(witnessCommand([...GIVEN, '--log', 'b+00000000+AA'])).toEqual({
    kind: 'witness',
    key: 'witness-key',
    logs: ['a+00000000+AA', 'b+00000000+AA'],
    state: 'parley-witness',
    host: '127.0.0.1',
    port: 4600,
  });
});

it.each([
  ['0.0.0.0:80', '0.0.0.0', 80],
  ['witness.example:65535', 'witness.example', 65_535],
  ['[::1]:0', '::1', 0],
])('listens at %s', (listen, host, port) => {
  expect(witnessCommand([...GIVEN, '--listen', listen, '--state', '/var/w'])).toMatchObject({
    host,
    port,
    state: '/var/w',
  });
});

it.each(['4600', ':4600', '::1:4600', 'host:65536', 'host:', 'host:1e3', ''])(
  'says that %j is no HOST:PORT',
  (listen) => {
    expect(witnessCommand([...GIVEN, '--listen', listen])).toContain('is no HOST:PORT');
  },
);

it('asks for what is missing', () => {
  expect(witnessCommand([])).toContain('--key');
  expect(witnessCommand(['--key', 'k'])).toContain('--log');
  expect(witnessCommand(['-h'])).toBe('help');
  expect(() => witnessCommand([...GIVEN, '--lisen', 'x:1'])).toThrow();
});
