import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeBundle } from '@/audit/bundle';
import { signingKey } from '@/ledger/note';
import { LongHistory } from './long-history';
import { type Benchmark, type Row, sideBySide } from './measure';

/** `PARLEY_BENCH_EVENTS=20000` for a quick look. */
const EVENTS = Number(process.env['PARLEY_BENCH_EVENTS'] ?? 1_000_000);
const KEY = signingKey('parley.example/parley/long', new Uint8Array(32).fill(7));

/** Parses each line of a file, and keeps none. */
const PARSE = `
  const lines = require('node:readline').createInterface({ input: require('node:fs').createReadStream(process.argv[1]) });
  lines.on('line', (line) => JSON.parse(line));`;

/** Tells its process's largest memory, in kilobytes, as the last line of standard error. */
const PEAK = `data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))`;

function run(command: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  return stderr;
}

function verify(file: string): string {
  return run(process.execPath, '--import', PEAK, 'bin/parley.js', 'verify', file);
}

async function bundleOf(size: number, file: string): Promise<void> {
  const history = new LongHistory();
  const text = (hash: string) => history.texts.get(hash);
  const lines = writeBundle({ events: history.events(size), text, opening: () => undefined }, KEY);
  await pipeline(Readable.from(lines, { highWaterMark: 64 }), createWriteStream(file));
}

/** Largest memory at a tenth of the events beside that at all of them: flat where the ratio is near 1. */
function memory(whole: string, tenth: string): Row {
  const peaks = (file: string) =>
    Array.from({ length: 3 }, () => Number(verify(file).trim().split('\n').at(-1)) / 1024);
  return {
    work: `largest memory of verification, ${EVENTS.toLocaleString('en')} events`,
    ours: { name: 'parley verify', runs: peaks(whole) },
    peer: { name: `${(EVENTS / 10).toLocaleString('en')} events`, runs: peaks(tenth) },
    unit: 'MB',
    note: 'flat beyond the state',
  };
}

/** performance.md §3: whole processes, reading the same bytes from the disk's cache. */
export const benchmark: Benchmark = async () => {
  const place = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const [whole, tenth] = [join(place, 'whole.ndjson'), join(place, 'tenth.ndjson')];
    await bundleOf(EVENTS, whole);
    await bundleOf(EVENTS / 10, tenth);
    return [
      await sideBySide(
        `verification of a bundle of ${EVENTS.toLocaleString('en')} events`,
        ['parley verify', () => verify(whole)],
        [
          'sha256sum and JSON.parse of each line',
          () => {
            run('sha256sum', whole);
            run(process.execPath, '-e', PARSE, whole);
          },
        ],
        'ratio at most 3.0 ×',
      ),
      memory(whole, tenth),
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};
