#!/usr/bin/env node
/** `npm run check`: format, lint, types, boundaries, dead code, schema, compiled kernel. All of them run; one that fails fails it. */
import { generate } from './build.mjs';
import { script } from './ending.mjs';
import { install } from './install.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { openTestDatabase } from './test-database.mjs';

const BIN = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  prisma: 'node_modules/prisma/build/index.js',
};
const ROOMS = ['src', 'prisma', 'e2e', 'bench', 'scripts'];

/** Those that last longest first. */
const LINES = [
  { name: 'types', words: [BIN.tsc, '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format and lint', words: [BIN.biome, 'ci', '--colors=off', '--max-diagnostics=100'] },
  {
    name: 'boundaries',
    words: [BIN.depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...ROOMS],
  },
  { name: 'dead code', words: [BIN.knip, '--no-progress', '--no-config-hints'] },
  { name: 'schema', words: [BIN.prisma, 'validate'] },
  { name: 'kernels', words: ['scripts/kernels.mjs', '--check'] },
];

async function line({ name, words, env = process.env }) {
  const { code, output } = await runNode(words, {
    env: { ...env, CHECKPOINT_DISABLE: '1', NEXT_TELEMETRY_DISABLED: '1' },
  });
  say(`${code === 0 ? 'passed' : 'FAILED'}  ${name}`);
  if (code !== 0) console.log(output.trim(), '\n');
  return code === 0;
}

/** Whether the migrations make the very schema that schema.prisma describes. */
async function drift() {
  const database = await openTestDatabase();
  const words = [
    BIN.prisma,
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  ];
  return line({
    name: 'migrations',
    words,
    env: { ...process.env, DATABASE_URL: database.url('parley_template') },
  });
}

/** Two beside each other, since most keep one processor busy. @returns what each came to. */
async function twoAtATime(tasks) {
  const results = [];
  const left = tasks.values();
  const lane = async () => {
    for (const task of left) results.push(await task());
  };
  await Promise.all([lane(), lane()]);
  return results;
}

await script(async () => {
  await withSetupLock(async () => {
    await install();
    await generate();
  });
  // Types of the routes, and next-env.d.ts, which git does not hold.
  const routes = await line({ name: 'route types', words: [BIN.next, 'typegen'] });
  const results = await twoAtATime([...LINES.map((each) => () => line(each)), drift]);
  return routes && results.every(Boolean) ? 0 : 1;
});
