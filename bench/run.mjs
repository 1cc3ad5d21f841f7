#!/usr/bin/env node
/**
 * `npm run bench [-- NAME…]`: every `*.bench.ts` here, each alone in a process of its own, as one table; the same
 * with the machine's facts goes to bench/results/. Figures compare within one run alone: machines differ. What does not
 * reach its goal says so, and is no failure.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, generate } from '../scripts/build.mjs';
import { script } from '../scripts/ending.mjs';
import { Failure } from '../scripts/failure.mjs';
import { install } from '../scripts/install.mjs';
import { inProject, ROOT, VERSION } from '../scripts/project.mjs';
import { runNode } from '../scripts/run.mjs';
import { say } from '../scripts/say.mjs';
import { withSetupLock } from '../scripts/setup-lock.mjs';

const FOLDER = 'dist/bench';

function wanted(names) {
  const all = readdirSync(inProject('bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Failure(`There is no benchmark ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return names.length > 0 ? names : all;
}

/** Whether it starts a server, which takes the pages. */
const isServed = (name) =>
  readFileSync(inProject(`bench/${name}.bench.ts`), 'utf8').includes('./demo-server');

/** The scripts know where the project is by where they are: a benchmark loads them from there. */
const SCRIPTS_STAY = {
  name: 'scripts-stay',
  setup: ({ onResolve }) =>
    onResolve({ filter: /scripts\/[a-z-]+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    })),
};

async function bundle(name) {
  const { build } = await import('esbuild');
  const outfile = inProject(`${FOLDER}/${name}.mjs`);
  const resultFile = inProject(`${FOLDER}/${name}.json`);
  // Threads are started from this very file.
  const main = `import { benchmark } from './bench/${name}.bench';
    import { writeFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) writeFileSync(${JSON.stringify(resultFile)}, JSON.stringify(await benchmark()));`;
  await build({
    stdin: { contents: main, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [SCRIPTS_STAY],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return { outfile, resultFile };
}

/** Middle and half the distance from the fastest run to the slowest. */
function spread(runs) {
  const sorted = [...runs].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  return { median, spread: (sorted.at(-1) - sorted[0]) / 2 };
}

function show({ median, spread }, unit = 'ms') {
  const digits = median >= 100 ? 0 : median >= 1 && unit !== '' ? 1 : 3;
  return `${median.toFixed(digits)} ± ${spread.toFixed(digits)} ${unit}`.trim();
}

/** What it has to reach, and whether it does. */
function judged({ goal }, ours, peer) {
  if (!goal || (goal.of === 'ratio' && !peer)) return '';
  const figure = goal.of === 'ratio' ? ours.median / peer.median : ours.median;
  const { atLeast = Number.NEGATIVE_INFINITY, atMost } = goal;
  const least = goal.atLeast === undefined ? '' : `${goal.atLeast} … `;
  const bound = `${least || '≤ '}${Number(atMost.toPrecision(3))}${goal.of === 'ratio' ? ' ×' : ''}`;
  return `${bound}: ${figure >= atLeast && figure <= atMost ? 'reached' : 'NOT REACHED'}`;
}

function line(row) {
  const ours = spread(row.ours.runs);
  const peer = row.peer && spread(row.peer.runs);
  return [
    row.n === undefined ? row.work : `${row.work}, n = ${row.n}`,
    show(ours, row.unit),
    row.peer ? `${row.peer.name}: ${show(peer, row.unit)}` : '–',
    peer ? `${Number((ours.median / peer.median).toPrecision(2))} ×` : '–',
    judged(row, ours, peer),
    row.note,
  ];
}

function table(lines) {
  const width = lines[0].map((_, i) => Math.max(...lines.map((cells) => cells[i].length)));
  for (const cells of lines)
    console.log(
      cells
        .map((cell, i) => cell.padEnd(width[i]))
        .join('  ')
        .trimEnd(),
    );
}

function machine() {
  const [cpu] = cpus();
  return {
    node: process.version,
    system: `${process.platform} ${release()}`,
    cpu: cpu?.model ?? '?',
    cores: cpus().length,
    memoryBytes: totalmem(),
    load: loadavg()[0],
  };
}

await script(async () => {
  const names = wanted(process.argv.slice(2));
  await withSetupLock(async () => {
    await install();
    await generate();
    if (names.some(isServed)) await build();
  });
  const before = machine();
  mkdirSync(inProject(FOLDER), { recursive: true });
  const rows = [];
  let failed = 0;
  for (const name of names) {
    say(name);
    const { outfile, resultFile } = await bundle(name);
    rmSync(resultFile, { force: true });
    const { code, output } = await runNode([outfile], { minutes: 60 });
    if (code === 0) rows.push(...JSON.parse(readFileSync(resultFile, 'utf8')));
    else {
      failed++;
      console.error(`${name} failed:\n${output.trim()}`);
    }
  }
  console.log('');
  if (rows.length > 0)
    table([['work', 'median ± half the range', 'beside it', 'ratio', 'goal', ''], ...rows.map(line)]);
  const facts = { at: new Date().toISOString(), version: VERSION, machine: before, rows };
  const file = join('bench', 'results', `${facts.at.slice(0, 19).replaceAll(':', '')}.json`);
  mkdirSync(inProject('bench/results'), { recursive: true });
  writeFileSync(inProject(file), `${JSON.stringify(facts, null, 2)}\n`);
  console.log(`\nEvery run, with what the machine is: ${file}`);
  return failed === 0 ? 0 : 1;
});
