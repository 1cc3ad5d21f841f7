#!/usr/bin/env node
/**
 * Starts the `parley` command. Its sources are TypeScript; they are bundled into dist/parley.mjs, again whenever
 * one of them is newer, and only the bundle is loaded, so that a warm start costs no compiler. `parley fsck`, which
 * is the server's own, has a bundle of its own made from src/server/operate.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const operates = process.argv[2] === 'fsck';
const name = operates ? 'parley-fsck' : 'parley';
const bundle = join(root, 'dist', `${name}.mjs`);
const chunks = join(root, 'dist', `${name}-chunks`);
const entry = join(root, 'src', ...(operates ? ['server', 'operate'] : ['cli']), 'main.ts');
const DAY = 24 * 60 * 60 * 1000;
const sources = [
  'src/core',
  'src/ledger',
  'src/negotiation',
  'src/audit',
  operates ? 'src/server' : 'src/cli',
  'messages/en/explain.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The newest change below a path, removed files included: that changes their folder. Tests are not bundled. */
function newest(path) {
  let latest = statSync(path).mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(inner));
    else if (/\.(ts|json|wasm)$/.test(entry.name) && !entry.name.includes('.test.')) {
      latest = Math.max(latest, statSync(inner).mtimeMs);
    }
  }
  return latest;
}

function isStale() {
  if (!existsSync(bundle) || !existsSync(chunks)) return true;
  if (!existsSync(entry)) return false;
  const built = statSync(bundle).mtimeMs;
  return sources.some((source) => {
    const path = join(root, source);
    if (!existsSync(path)) return false;
    const stat = statSync(path);
    return (stat.isDirectory() ? newest(path) : stat.mtimeMs) > built;
  });
}

/**
 * What only some commands load lies in chunks of its own, named after their content, so that the others start no
 * slower. Everything is written elsewhere first, then renamed, the entry last: two starts at once never see half a
 * bundle. Chunks of older bundles stay for a day: a command that still runs may yet load them.
 */
async function build() {
  const started = new Date();
  const { build: bundled } = await import('esbuild');
  const draft = join(root, 'dist', `${name}.${process.pid}.${Date.now()}`);
  try {
    await bundled({
      entryPoints: { [name]: entry },
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      chunkNames: `${name}-chunks/[hash]`,
      bundle: true,
      // The server's packages hold programs for this machine, which no bundle can.
      packages: operates ? 'external' : 'bundle',
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfig: join(root, 'tsconfig.json'),
      absWorkingDir: root,
      legalComments: 'none',
      logLevel: 'silent',
    });
    const made = join(draft, `${name}-chunks`);
    const fresh = existsSync(made) ? readdirSync(made) : [];
    await mkdir(chunks, { recursive: true });
    for (const chunk of fresh) await rename(join(made, chunk), join(chunks, chunk));
    // As old as what it was made from: a source changed meanwhile makes it stale.
    await utimes(join(draft, `${name}.mjs`), started, started);
    await rename(join(draft, `${name}.mjs`), bundle);
    for (const chunk of readdirSync(chunks)) {
      const old = statSync(join(chunks, chunk)).mtimeMs < started.getTime() - DAY;
      if (old && !fresh.includes(chunk)) await rm(join(chunks, chunk), { force: true });
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

try {
  if (isStale()) await build();
  if (operates) {
    const { takeServerSettings } = await import('../scripts/operator-settings.mjs');
    takeServerSettings();
  }
  const { main } = await import(pathToFileURL(bundle).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  const line = missing
    ? `a package is missing; run npm install in ${root}`
    : `stopped by a fault of its own: ${message}`;
  process.stderr.write(`parley: ${line}\n`);
  process.exitCode = 1;
}
