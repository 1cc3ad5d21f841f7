/** What is made from the sources: the Prisma client, the pages, the server. Each again only when its sources changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contentHash } from './content-hash.mjs';
import { Failure, sentenceFor } from './failure.mjs';
import { inProject, ROOT } from './project.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const isTest = (path) => /\.(test|bench)\.tsx?$|\/testing\//.test(path) || path.includes('generated');
const SOURCES = [
  ...['src', 'messages', 'public', 'prisma/schema.prisma', 'prisma/seed.ts', 'prisma/demo'],
  ...[
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'next.config.js',
    'postcss.config.mjs',
    'scripts/build.mjs',
  ],
];
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' };

/** Makes one thing unless its stamp says that it was made, whole, from these very sources. */
async function once({ name, hash, made, make }) {
  const stamp = inProject(`dist/${name}.made`);
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash &&
    made.every((path) => existsSync(inProject(path)))
  )
    return;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stamp, hash);
}

function failed(what, output) {
  const tail = output.trim().split('\n').slice(-40).join('\n');
  return new Failure(
    `${tail}\n\n${sentenceFor(output, ROOT) ?? `${what} failed: what it printed is above.`}`,
  );
}

/** The Prisma client, in src/server/db/generated. */
export function generate() {
  return once({
    name: 'prisma-client',
    hash: contentHash(['prisma/schema.prisma', 'package-lock.json']),
    made: ['src/server/db/generated/client.ts'],
    make: async () => {
      const { code, output } = await runNode(['node_modules/prisma/build/index.js', 'generate'], {
        env: { ...process.env, ...QUIET },
      });
      if (code !== 0) throw failed('prisma generate', output);
      say('database client generated');
    },
  });
}

async function buildPages() {
  say('building the pages (half a minute, when sources have changed)');
  // Without a database address: nothing may be asked of a database while building.
  const env = { ...process.env, ...QUIET, NODE_ENV: 'production', DATABASE_URL: '' };
  const hadCache = existsSync(inProject('.next'));
  const attempt = () => runNode(['node_modules/next/dist/bin/next', 'build'], { env });
  let result = await attempt();
  if (result.code !== 0 && hadCache && sentenceFor(result.output, ROOT) === null) {
    // A build that was killed can leave a cache with which every later one fails.
    rmSync(inProject('.next'), { recursive: true, force: true });
    say('the build failed; once more without its cache');
    result = await attempt();
  }
  if (result.code !== 0) throw failed('Building the pages', result.output);
}

async function buildServer() {
  const { build } = await import('esbuild');
  const shared = { bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' };
  await build({
    ...shared,
    absWorkingDir: ROOT,
    entryPoints: { server: 'src/server/main.ts', seed: 'prisma/seed.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** The pages in .next, the server and the demonstration's loader in dist. */
export function build() {
  return once({
    name: 'build',
    hash: contentHash(SOURCES, (path) => !isTest(path)),
    made: ['.next/BUILD_ID', 'dist/server.mjs', 'dist/seed.mjs'],
    make: async () => {
      await buildServer();
      await buildPages();
      say('built');
    },
  });
}
