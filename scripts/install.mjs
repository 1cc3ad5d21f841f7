import { readFileSync } from 'node:fs';
import { Failure, sentenceFor } from './failure.mjs';
import { inProject, ROOT } from './project.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const OLDEST_NODE = [20, 19];

function readJson(path) {
  try {
    return JSON.parse(readFileSync(inProject(path), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record last, so an install that
 * was killed half-way has none; packages for other platforms are missing by design.
 */
export function isInstalled(
  wanted = readJson('package-lock.json'),
  got = readJson('node_modules/.package-lock.json'),
) {
  if (!wanted)
    throw new Failure(
      'package-lock.json is missing or damaged: get it back with git checkout package-lock.json.',
    );
  if (!got) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const there = got.packages[path];
    return there ? there.version === version : optional === true;
  });
}

/** Installs the packages where they are missing or older than package-lock.json. */
export async function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Failure(
      `Parley needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  say('installing packages (npm ci; a minute or two, once)');
  const npm = process.env.npm_execpath;
  const [file, first] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const words = [...first, 'ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  const { code, output } = await run(file, words);
  if (code === 0 && isInstalled()) return;
  const tail = output.trim().split('\n').slice(-12).join('\n');
  throw new Failure(
    `${tail}\n\n${sentenceFor(output, ROOT) ?? 'npm ci failed (its last lines are above): mend that and start again; the first install needs the network.'}`,
  );
}
