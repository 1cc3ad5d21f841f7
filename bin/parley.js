#!/usr/bin/env node
/**
 * Starts the `parley` command. Its sources are TypeScript; they are bundled into dist/parley.mjs, again whenever
 * one of them is newer, and only the bundle is loaded, so that a warm start costs no compiler.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
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
];

/** The newest change below a path; tests and examples are not part of the bundle. */
function newest(path) {
  let latest = 0;
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
  process.stderr.write(
    `parley: stopped by a fault of its own: ${error instanceof Error ? error.message : error}\n`,
  );
  process.exitCode = 1;
}
