import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlaywright, readVitest } from './test-reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(value: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
}

test('a test file that does not even load is a failure', () => {
  const path = report({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(readVitest(path)).toEqual({ passed: 3, failed: 2 });
});

test('a browser test that passes only at the second try has failed', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] });
  expect(readPlaywright(path)).toEqual({ passed: 5, failed: 2 });
});

test('no report, no tests', () => {
  expect(readVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
});
