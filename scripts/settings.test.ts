import { afterEach, expect, test, vi } from 'vitest';
import { readSettings } from './settings.mjs';

function settings(variables: Readonly<Record<string, string>>) {
  for (const name of ['PORT', 'DATABASE_URL', 'PARLEY_DATA', 'PARLEY_DEMO']) {
    vi.stubEnv(name, variables[name] ?? '');
  }
  return readSettings();
}

afterEach(() => vi.unstubAllEnvs());

test('nothing set: port 3000, the embedded database, the demonstration', () => {
  const { port, databaseUrl, demo, dataFolder } = settings({});
  expect({ port, databaseUrl, demo }).toEqual({ port: 3000, databaseUrl: null, demo: true });
  expect(dataFolder).toMatch(/[\\/]\.data$/);
});

test('a database of one’s own has no demonstration unless it is asked for', () => {
  const DATABASE_URL = 'postgresql://somewhere/parley';
  expect(settings({ DATABASE_URL }).demo).toBe(false);
  expect(settings({ DATABASE_URL, PARLEY_DEMO: 'on' }).demo).toBe(true);
  expect(settings({ PARLEY_DEMO: 'off' }).demo).toBe(false);
});

test.each([
  [{ PORT: '70000' }, /PORT is "70000".*1 to 65535/],
  [{ PORT: '3000 ' }, /PORT/],
  [{ PARLEY_DEMO: 'maybe' }, /PARLEY_DEMO is "maybe"/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL has to begin with postgresql/],
])('%j is refused in a sentence', (variables, sentence) => {
  expect(() => settings(variables)).toThrow(sentence);
});
