#!/usr/bin/env node
/**
 * Starts the `parley` command. Its sources are TypeScript; they are bundled into dist/parley.mjs, again whenever
 * one of them is newer, and only the bundle is loaded, so that a warm start costs no compiler.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const bundle = join(root, 'dist', 'parley.mjs');
const entry = join(root, 'src', 'cli', 'main.ts');
const sources = [
  'src/core',
  'src/ledger',
  'src/negotiation',
  'src/audit',
  'src/cli',
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
  if (!existsSync(bundle)) return true;
  if (!existsSync(entry)) return false;
  const built = statSync(bundle).mtimeMs;
  return sources.some((source) => {
    const path = join(root, source);
    if (!existsSync(path)) return false;
    const stat = statSync(path);
    return (stat.isDirectory() ? newest(path) : stat.mtimeMs) > built;
  });
}

/** Written under a name of its own, then renamed: two starts at once never see half a bundle. */
async function build() {
  const started = new Date();
  const { build: bundled } = await import('esbuild');
  const draft = join(root, 'dist', `parley.${process.pid}.${Date.now()}.mjs`);
  await mkdir(dirname(draft), { recursive: true });
  try {
    await bundled({
      entryPoints: [entry],
      outfile: draft,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfig: join(root, 'tsconfig.json'),
      absWorkingDir: root,
      legalComments: 'none',
      logLevel: 'silent',
    });
    // As old as what it was made from: a source changed meanwhile makes it stale.
    await utimes(draft, started, started);
    await rename(draft, bundle);
  } finally {
    await rm(draft, { force: true });
  }
}

try {
  if (isStale()) await build();
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
