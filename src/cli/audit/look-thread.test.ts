import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleOf, longOpenStage } from '@/audit/testing/bundles';
import { bundleProgram } from '../../../scripts/bundle-program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-look-'));

/**
 * A thread is started from a file, so it is tried as it ships: bundled. However busy the machine is, some pause between
 * the blocks is long enough for it.
 */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { linesIn } from '@/audit/lines';
import { verifyPieces } from '@/audit/verify';
import { piecesOf } from '@/cli/audit/look-thread';

async function* blocks(pause) {
  const lines = linesIn(readFileSync(process.argv[2]));
  for (let at = 0; at < lines.length; at += 3) {
    const some = lines.slice(at, at + 3).map((line) => new TextDecoder().decode(line));
    if (at === 12) await new Promise((resolve) => setTimeout(resolve, pause));
    yield new TextEncoder().encode(some.join('\\n'));
  }
}
async function attempt(pause) {
  let ahead = 0;
  async function* counting(pieces) {
    for await (const piece of pieces) {
      if (piece.looks !== null) ahead += 1;
      yield piece;
    }
  }
  const verification = await verifyPieces(counting(piecesOf(blocks(pause), 0)));
  return { ahead, verification };
}
if (isMainThread) {
  let outcome = await attempt(100);
  for (let pause = 200; outcome.ahead === 0 && pause < 20_000; pause *= 2) outcome = await attempt(pause);
  process.stdout.write(JSON.stringify(outcome));
}
`;

beforeAll(() => bundleProgram(PROGRAM, join(folder, 'program.mjs')), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verified(lines: readonly string[]) {
  const file = join(folder, 'bundle.ndjson');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'program.mjs'), file], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout);
}

it('the thread looks ahead, and what it finds leads to the same verdict', { timeout: 60_000 }, () => {
  const lines = bundleOf(longOpenStage());
  const sound = verified(lines);
  expect(sound.verification).toMatchObject({ kind: 'holds' });
  expect(sound.ahead).toBeGreaterThan(0);

  const last = lines.findLastIndex((line) => line.startsWith('{"actor"'));
  const spaced = verified(lines.with(last, lines[last]?.replace(',', ', ') ?? ''));
  expect(spaced.verification).toMatchObject({ kind: 'fails', failure: { step: 'canonical' } });
  expect(spaced.ahead).toBeGreaterThan(0);
});
