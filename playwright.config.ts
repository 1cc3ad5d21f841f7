import { defineConfig } from '@playwright/test';

const chromium = process.env['PARLEY_CHROMIUM'];

/** scripts/test.mjs starts the server (PARLEY_TEST_URL), finds the browser (PARLEY_CHROMIUM) and reads the report. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // The tests share one server and one demonstration: files run one after the other, in the order of their names.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env['PARLEY_TEST_URL'] ?? 'http://localhost:3000',
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      // Without the flags about the network the browser's own look-ups hang where there is none; as root it needs the first.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
