#!/usr/bin/env node
/**
 * `npm test [-- unit|integration|browser [filter…]]`: everything that the tests need, the tests, and a last line
 * `N passed, N failed`. Ends with code 0 only where some ran and none failed.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, generate } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { loadDemo } from './demo.mjs';
import { atEnd, script } from './ending.mjs';
import { Failure } from './failure.mjs';
import { freePort } from './free-port.mjs';
import { install } from './install.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';
import { spawnServer } from './server-process.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { openTestDatabase } from './test-database.mjs';
import { readPlaywright, readVitest } from './test-reports.mjs';

const KINDS = ['unit', 'integration', 'browser'];
const REPORTS = 'test-results';
/** A test that never ends must not hold up the report of the others for ever. */
const MINUTES = 12;
/** Files that run side by side, each kind's: as many as the machine of the checks has cores. */
const WORKERS = 2;

async function vitest(kind, filters, env = {}) {
  const report = `${REPORTS}/${kind}.json`;
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', kind, '--passWithNoTests'];
  words.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters);
  const { code } = await runNode(words, {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    show: true,
    minutes: MINUTES,
  });
  return { ...readVitest(inProject(report)), code, report };
}

async function integration(filters, database) {
  return vitest('integration', filters, { DATABASE_URL: database.url('postgres') });
}

/** A server with the demonstration, on a database of its own. Its letters go to a port on which the tests listen. */
async function demoServer(name, database) {
  const dataFolder = join(database.folder, name);
  mkdirSync(dataFolder);
  const mailPort = await freePort();
  const options = {
    port: await freePort(),
    databaseUrl: await database.copy(`parley_${name}`),
    dataFolder,
    demo: true,
    env: {
      PARLEY_SMTP: `smtp://127.0.0.1:${mailPort}`,
      PARLEY_MAIL_FROM: 'Parley <parley@test.example>',
    },
    logFile: inProject(`${REPORTS}/${name}.log`),
  };
  await loadDemo(options);
  const server = spawnServer(options);
  const forget = atEnd(server.stop);
  await server.untilHealthy();
  const stop = () => {
    forget();
    return server.stop();
  };
  return { url: server.url, databaseUrl: options.databaseUrl, mailPort, stop };
}

/** A browser and a server for each worker. */
async function browser(filters, database) {
  const chromium = await findChromium();
  const names = Array.from({ length: WORKERS }, (_, i) => `server_${i + 1}`);
  const servers = await Promise.all(names.map((name) => demoServer(name, database)));
  const report = `${REPORTS}/browser.json`;
  const env = {
    ...process.env,
    PARLEY_TEST_URL: servers.map(({ url }) => url).join(' '),
    PARLEY_TEST_DATABASE_URL: servers.map(({ databaseUrl }) => databaseUrl).join(' '),
    PARLEY_TEST_MAIL_PORT: servers.map(({ mailPort }) => mailPort).join(' '),
    PARLEY_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: inProject(report),
  };
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...filters], {
    env,
    show: true,
  });
  await Promise.all(servers.map(({ stop }) => stop()));
  return { ...readPlaywright(inProject(report)), code, report };
}

const RUNNERS = { unit: (filters) => vitest('unit', filters), integration, browser };

/** One kind after the other. What keeps a kind from running at all is one failure, and the others still run. */
async function runKinds(kinds, filters) {
  let database = null;
  // Unit tests need nothing that is built: they begin while it is.
  const needsBuild = kinds.some((kind) => kind !== 'unit');
  const building = needsBuild ? withSetupLock(build) : null;
  // Told below, to each kind that needs it.
  building?.catch(() => {});
  const results = [];
  for (const kind of kinds) {
    say(`${kind} tests`);
    try {
      if (kind !== 'unit') {
        await building;
        database ??= await openTestDatabase();
      }
      results.push({ kind, ...(await RUNNERS[kind](filters, database)) });
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      results.push({ kind, passed: 0, failed: 1, code: 1, report: 'did not run' });
    }
  }
  return results;
}

function summary(results) {
  console.log('');
  let [passed, failed] = [0, 0];
  for (const result of results) {
    // A runner that ends badly without a failed test (an error outside all tests) has failed all the same.
    const failures = result.failed || (result.code === 0 ? 0 : 1);
    passed += result.passed;
    failed += failures;
    console.log(`${result.kind.padEnd(12)} ${result.passed} passed, ${failures} failed  (${result.report})`);
  }
  console.log(
    `Pictures and traces of failed browser tests: ${REPORTS}/browser; the servers' logs: ${REPORTS}/server_*.log`,
  );
  if (passed + failed === 0) console.log('No test ran.');
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0 ? 0 : 1;
}

await script(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first !== undefined && !KINDS.includes(first)) {
    throw new Failure(`npm test -- ${first}: say ${KINDS.join(', ')} or nothing, and a filter after it.`);
  }
  await withSetupLock(async () => {
    await install();
    await generate();
  });
  rmSync(inProject(REPORTS), { recursive: true, force: true });
  mkdirSync(inProject(REPORTS), { recursive: true });
  return summary(await runKinds(first ? [first] : KINDS, rest));
});
