import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import type { FileBallot, NegotiationFile, ScoreEntry } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { fileOf } from '@/negotiation/testing/file-of';
import { readChunks } from './read-table';
import { Target } from './target';

/** Cuts bytes into pieces of these lengths, by turns. */
async function* pieces(text: string, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0, k = 0; from < bytes.length; k++) {
    const to = from + (lengths[k % lengths.length] ?? 1);
    yield bytes.slice(from, to);
    from = to;
  }
}

/** As writers leave things out: nothing said of guarantees, and of being provisional only what holds. */
function bare(ballot: FileBallot): FileBallot {
  const { stakeholder, at } = ballot;
  const whose = { stakeholder, at, ...(ballot.provisional && { provisional: true }) };
  if ('abstain' in ballot) return { ...whose, abstain: true };
  const says = Object.values(ballot.without ?? {}).some((scores) => Object.keys(scores).length > 0);
  const without = says && ballot.without ? { without: ballot.without } : {};
  if ('scores' in ballot) return { ...whose, scores: ballot.scores, ...without };
  return { ...whose, criteria: ballot.criteria, ...without };
}

function endsOf(entry: ScoreEntry): readonly number[] {
  return typeof entry === 'number' ? [entry, entry, entry] : entry;
}

/** Whether a ballot fits in cells, one of which is a score. */
function isPlain(ballot: FileBallot): boolean {
  if ('abstain' in ballot) return true;
  return 'scores' in ballot && ballot.without === undefined && Object.keys(ballot.scores).length > 0;
}

type Style = 'ends' | 'points where they agree' | 'quoted';

/** Columns in an order of their own; one column for a profile whose ends always agree, where the style says so. */
function csvOf(ballots: readonly FileBallot[], profiles: readonly string[], style: Style): string {
  const scoreOf = (ballot: FileBallot, id: string) =>
    'scores' in ballot && Object.hasOwn(ballot.scores, id) ? ballot.scores[id] : undefined;
  const agree = (id: string) =>
    ballots.every((ballot) => {
      const entry = scoreOf(ballot, id);
      return entry === undefined || new Set(endsOf(entry)).size === 1;
    });
  const columns: (readonly [string, (ballot: FileBallot) => string])[] = [
    ['at', (ballot) => ballot.at],
    ['provisional', (ballot) => (ballot.provisional ? 'true' : '')],
    ['stakeholder', (ballot) => ballot.stakeholder],
    ['abstain', (ballot) => ('abstain' in ballot ? 'true' : 'false')],
  ];
  for (const id of [...profiles].reverse()) {
    const end = (k: number) => (ballot: FileBallot) => {
      const entry = scoreOf(ballot, id);
      return entry === undefined ? '' : String(endsOf(entry)[k]);
    };
    if (style === 'points where they agree' && agree(id)) columns.push([id, end(0)]);
    else columns.push([`${id}:high`, end(2)], [`${id}:low`, end(0)], [`${id}:best`, end(1)]);
  }
  const quote = (cell: string) => (style === 'quoted' ? `"${cell}"` : cell);
  const lines = [
    columns.map(([name]) => name),
    ...ballots.map((ballot) => columns.map(([, cell]) => cell(ballot))),
  ];
  return lines.map((cells) => cells.map(quote).join(',')).join(style === 'quoted' ? '\r\n' : '\n');
}

async function same(
  file: NegotiationFile,
  rows: readonly FileBallot[],
  table: string,
  ending: '.csv' | '.ndjson',
  cuts: number[],
) {
  const target = new Target(file);
  const faults = await readChunks({ name: 'table', ending }, () => pieces(table, cuts), target);
  expect(faults).toEqual([]);
  const whole = { ...file, ballots: [...(file.ballots ?? []), ...rows] };
  for (const basis of BASES) {
    expect(JSON.stringify(target.box.result({ basis }))).toBe(
      JSON.stringify(aggregate(toNegotiation(whole), { basis })),
    );
  }
  expect(target.ballots).toBe(rows.length);
}

const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

describe(`a table of ballots gives the result of the file that holds them itself (${REPRODUCE})`, () => {
  it('as lines of JSON', { timeout: 300_000 }, async () => {
    const style = fc.constantFrom('close', 'spaced');
    await fc.assert(
      fc.asyncProperty(negotiations(), fc.nat(), style, cuts, async (drawn, at, how, lengths) => {
        const { ballots = [], ...rest } = fileOf(drawn);
        const kept = at % (ballots.length + 1);
        const rows = ballots.slice(kept).map((ballot, k) => (k % 3 === 0 ? ballot : bare(ballot)));
        const spaced = (row: FileBallot) => JSON.stringify(row, null, 1).replaceAll(/\n */g, ' ');
        const text =
          how === 'close'
            ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
            : rows.map(spaced).join('\r\n');
        await same({ ...rest, ballots: ballots.slice(0, kept) }, rows, text, '.ndjson', lengths);
      }),
      runs(150),
    );
  });

  it('as comma-separated values', { timeout: 300_000 }, async () => {
    const style = fc.constantFrom<Style>('ends', 'points where they agree', 'quoted');
    await fc.assert(
      fc.asyncProperty(negotiations(), fc.nat(), style, cuts, async (drawn, at, how, lengths) => {
        const { ballots = [], ...rest } = fileOf(drawn);
        const plain = ballots.map(bare).filter(isPlain);
        const kept = at % (plain.length + 1);
        const rows = plain.slice(kept);
        const text = csvOf(
          rows,
          rest.profiles.map(({ id }) => id),
          how,
        );
        await same({ ...rest, ballots: plain.slice(0, kept) }, rows, text, '.csv', lengths);
      }),
      runs(150),
    );
  });
});
