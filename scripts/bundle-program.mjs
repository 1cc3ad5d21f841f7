import { build } from 'esbuild';
import { ROOT } from './project.mjs';

/**
 * Bundles a program of the project's own modules, as a server or a command ships: for tests of what only a bundle does,
 * such as starting a thread from the file in which it stands.
 *
 * @param {string} contents JavaScript, with imports as from the project's folder
 * @param {string} outfile
 */
export async function bundleProgram(contents, outfile) {
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: `${ROOT}/tsconfig.json`,
    absWorkingDir: ROOT,
  });
}
