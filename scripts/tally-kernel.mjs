#!/usr/bin/env node
/**
 * `npm run kernel`: compiles the tallies' kernel from AssemblyScript into src/core/tally/kernel/module.ts, as text, so
 * that it goes wherever the core goes. `--check` only says whether that file is what the source gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { script } from './ending.mjs';
import { Failure } from './failure.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const SOURCE = 'src/core/tally/kernel/assembly.ts';
const MODULE = 'src/core/tally/kernel/module.ts';
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

async function compile() {
  let binary = null;
  const { error, stderr } = await asc.main([SOURCE, '--outFile', BINARY, ...OPTIONS], {
    readFile: (name) => (name === SOURCE ? readFileSync(inProject(SOURCE), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === BINARY) binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === null) throw new Failure(`${SOURCE} does not compile.\n${stderr}`);
  return Buffer.from(binary);
}

function asText(binary) {
  const text = binary.toString('base64');
  return `/** What scripts/tally-kernel.mjs made of assembly.ts: ${binary.length} bytes of WebAssembly. Not to be edited. */
export const KERNEL =
  '${text}';
`;
}

await script(async () => {
  const made = asText(await compile());
  if (!process.argv.includes('--check')) {
    writeFileSync(inProject(MODULE), made);
    say(`${MODULE} written`);
    return 0;
  }
  if (readFileSync(inProject(MODULE), 'utf8') === made) return 0;
  throw new Failure(`${MODULE} is not what ${SOURCE} gives: run \`npm run kernel\` and commit it.`);
});
