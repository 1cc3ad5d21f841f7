import { existsSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { run, runNode } from './run.mjs';
import { say } from './say.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

async function found() {
  const named = process.env.PARLEY_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`PARLEY_CHROMIUM names ${named}, and there is no such file.`);
  }
  const { chromium } = await import('@playwright/test');
  return [...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** The path of a Chromium for the browser tests: one that is there, or one that is installed now. */
export async function findChromium() {
  const there = await found();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium for the browser tests (apt-get install chromium)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  }
  if (!(await found())) {
    say('installing Chromium for the browser tests (playwright install chromium)');
    await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  }
  const now = await found();
  if (now) return now;
  throw new Failure(
    'There is no Chromium for the browser tests and none could be installed: install one and name it in PARLEY_CHROMIUM.',
  );
}
