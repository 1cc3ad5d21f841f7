#!/usr/bin/env node
/**
 * `npm run kernel`: compiles each kernel of the core from AssemblyScript into a module beside it, as text, so that it
 * goes wherever the core goes. `--check` only says whether those files are what the sources give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { script } from './ending.mjs';
import { Failure } from './failure.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const KERNELS = ['src/core/tally/kernel', 'src/core/power/kernel'];
const BINARY = 'kernel.wasm';
const OPTIONS = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
];

/** What is not exported goes into whoever calls it: engines inline nothing, and the compiler only what is short. */
const inlined = (text) => text.replace(/^function /gm, '@inline function ');

async function compile(source) {
  let binary = null;
  const { error, stderr } = await asc.main([source, '--outFile', BINARY, ...OPTIONS], {
    readFile: (name) => (name === source ? inlined(readFileSync(inProject(source), 'utf8')) : null),
    writeFile: (name, contents) => {
      if (name === BINARY) binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === null) throw new Failure(`${source} does not compile.\n${stderr}`);
  return Buffer.from(binary);
}

function asText(binary) {
  const text = binary.toString('base64');
  return `/** What scripts/kernels.mjs made of assembly.ts: ${binary.length} bytes of WebAssembly. Not to be edited. */
export const KERNEL =
  '${text}';
`;
}

await script(async () => {
  for (const folder of KERNELS) {
    const [source, module] = [`${folder}/assembly.ts`, `${folder}/module.ts`];
    const made = asText(await compile(source));
    if (!process.argv.includes('--check')) {
      writeFileSync(inProject(module), made);
      say(`${module} written`);
    } else if (readFileSync(inProject(module), 'utf8') !== made)
      throw new Failure(`${module} is not what ${source} gives: run \`npm run kernel\` and commit it.`);
  }
  return 0;
});
