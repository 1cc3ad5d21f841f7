import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RecordBatchReader } from 'apache-arrow';
import { parse } from 'csv-parse';
import { csvLines, ndjsonLines, writeArrow, writeFile, writeLines } from './ballot-tables';
import { type Benchmark, type Row, sideBySide } from './measure';

/** PARLEY_BENCH_STAKEHOLDERS=1000000 for the size of the goal: it takes 4 GB of disk and minutes for each peer. */
const N = Number(process.env['PARLEY_BENCH_STAKEHOLDERS'] ?? 20_000);
const M = 64;

const parley = (args: readonly string[]) =>
  execFileSync(process.execPath, ['bin/parley.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

/** performance.md: reading 64 profiles' ballots of many stakeholders from disk, beside what a usual reader takes. */
export const benchmark: Benchmark = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-input-'));
  const path = (ending: string) => join(folder, `ballots${ending}`);
  const file = join(folder, 'negotiation.json');
  const size = { n: N, m: M };
  try {
    await writeFile(file, size);
    await writeLines(path('.csv'), csvLines(size));
    await writeLines(path('.ndjson'), ndjsonLines(size));
    await writeArrow(path('.arrow'), size);
    await writeFile(path('.json'), size, ndjsonLines(size));
    const megabytes = (name: string) => Math.round(statSync(name).size / 1e6);
    const row = (ending: string, peer: string, run: () => unknown): Promise<Row> =>
      sideBySide(
        `validate, n = ${N}, m = ${M}, ${megabytes(path(ending))} MB of ${ending}`,
        ['parley validate --ballots', () => parley(['validate', file, '--ballots', path(ending)])],
        [peer, run],
        'starting the command and reading the file included',
      );
    const whole = await sideBySide(
      `validate, n = ${N}, m = ${M}, ${megabytes(path('.json'))} MB of .json with its ballots`,
      ['parley validate', () => parley(['validate', path('.json')])],
      // Past half a gigabyte there is no string of it.
      megabytes(path('.json')) > 500
        ? null
        : ['JSON.parse', () => JSON.parse(readFileSync(path('.json'), 'utf8'))],
      'starting the command included',
    );
    return [
      whole,
      await row('.csv', 'csv-parse', async () => {
        for await (const _ of createReadStream(path('.csv')).pipe(parse()));
      }),
      await row('.ndjson', 'JSON.parse of each line', async () => {
        const lines = createInterface({
          input: createReadStream(path('.ndjson')),
          crlfDelay: Number.POSITIVE_INFINITY,
        });
        for await (const line of lines) JSON.parse(line);
      }),
      await row('.arrow', 'apache-arrow, no value looked at', async () => {
        for await (const _ of await RecordBatchReader.from(createReadStream(path('.arrow'))));
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
