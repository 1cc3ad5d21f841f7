import { existsSync, readFileSync } from 'node:fs';

const NOTHING = { passed: 0, failed: 0 };
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** Passed and failed tests of a vitest JSON report; a file that could not be run at all counts as one failed. */
export function readVitest(path) {
  const report = read(path);
  if (!report) return NOTHING;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** The same of a Playwright JSON report. A test that passed only when it was tried again has failed. */
export function readPlaywright(path) {
  const report = read(path);
  if (!report) return NOTHING;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
