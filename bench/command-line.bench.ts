import { spawnSync } from 'node:child_process';
import { type Benchmark, sideBySide } from './measure';

function node(...words: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Starting the command, beside starting Node to do nothing: what is left is ours. */
export const benchmark: Benchmark = async () => [
  await sideBySide(
    'start of the command line',
    ['parley --help', () => node('bin/parley.js', '--help')],
    ['node -e 0', () => node('-e', '0')],
    'under 500 ms',
  ),
  await sideBySide(
    'the demonstration, whole result with power',
    [
      'parley aggregate',
      () => node('bin/parley.js', 'aggregate', 'prisma/demo/frontier-training.json', '--json', '--power'),
    ],
    null,
    '',
  ),
];
