import { expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-on-windows': { version: '2.0.0', optional: true },
  },
};
const got = (version: string) => ({ packages: { 'node_modules/a': { version } } });

test('packages of the versions asked for are enough; those for other systems may be missing', () => {
  expect(isInstalled(wanted, got('1.0.0'))).toBe(true);
});

test('an older package, a missing one and an install that was killed call for an install', () => {
  expect(isInstalled(wanted, got('0.9.0'))).toBe(false);
  expect(isInstalled(wanted, { packages: {} })).toBe(false);
  expect(isInstalled(wanted, null)).toBe(false);
});
