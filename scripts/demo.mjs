import { readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';
import { serverEnvironment } from './server-process.mjs';

/** Loads the demonstration where it is not loaded yet. */
export async function loadDemo(options) {
  const words = options.dev
    ? ['--import', 'tsx', 'prisma/seed.ts']
    : ['--enable-source-maps', 'dist/seed.mjs'];
  const { code, output } = await runNode(words, { env: serverEnvironment(options), cwd: options.root });
  if (code !== 0)
    throw new Failure(
      `${output.trim()}\n\nThe demonstration could not be loaded: what was printed is above.`,
    );
  say('demonstration ready');
}

/** Who can sign in, as the sign-in page also says. */
export function printAccounts() {
  const file = JSON.parse(readFileSync(inProject('prisma/demo/frontier-training.json'), 'utf8'));
  const names = ['facilitator', 'auditor', 'observer', 'admin', ...file.stakeholders.map(({ id }) => id)];
  console.log('\n          Demonstration accounts, each @demo.example with the password parley-demo:');
  for (let i = 0; i < names.length; i += 4) console.log(`            ${names.slice(i, i + 4).join('  ')}`);
  console.log('');
}
