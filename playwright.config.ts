import { defineConfig } from '@playwright/test';
import { SERVED } from './e2e/served';

const chromium = process.env['PARLEY_CHROMIUM'];

/** The files that last longest begin first, so that at the end no worker waits for one of them. */
const LONG = ['tamper.spec.ts', 'journey.spec.ts', 'session.spec.ts'];
// Pictures are made when they are asked for: PARLEY_PICTURES=all of every page, anything else those of the guides.
const ASKED = process.env['PARLEY_PICTURES'];
const UNASKED = [
  ...(ASKED === undefined || ASKED === 'all' ? ['pictures.spec.ts'] : []),
  ...(ASKED === 'all' ? [] : ['all-pictures.spec.ts']),
];

/** scripts/test.mjs starts the servers (PARLEY_TEST_URL), finds the browser (PARLEY_CHROMIUM) and reads the report. */
export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testIgnore: [...LONG, ...UNASKED] },
  ],
  outputDir: 'test-results/browser',
  // The tests of a file share a server and its demonstration: they run one after the other.
  workers: SERVED.workers,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: SERVED.url,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // What was done, without a picture of each moment, which would cost a tenth of the time: for these, `--trace on`.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
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
