import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Bool,
  type DataType,
  Dictionary,
  Float32,
  Float64,
  Int32,
  Int64,
  Null,
  Table,
  TimestampMicrosecond,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import type { FileBallot, NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { fileOf } from '@/negotiation/testing/file-of';
import { readTable } from './read-table';
import { Target } from './target';

const folder = mkdtempSync(join(tmpdir(), 'parley-arrow-'));
const AT = '2026-01-02T10:00:00.000Z';

function read(bytes: Uint8Array, target: Target) {
  const name = join(folder, 'table.arrow');
  writeFileSync(name, bytes);
  return readTable({ name, ending: '.arrow' }, target);
}

/** The ballots as columns, each batch of so many rows; instants as moments, or as texts with or without a dictionary. */
function arrowOf(
  ballots: readonly FileBallot[],
  profiles: readonly string[],
  batch: number,
  moments: boolean,
  encoded: boolean,
) {
  const column = (type: DataType, of: (ballot: FileBallot) => unknown) => (some: readonly FileBallot[]) =>
    vectorFromArray(some.map(of), type);
  const columns: Record<string, (some: readonly FileBallot[]) => Vector> = {
    stakeholder: column(new Utf8(), ({ stakeholder }) => stakeholder),
    at: moments
      ? column(new TimestampMillisecond('Europe/Berlin'), ({ at }) => Date.parse(at))
      : column(encoded ? new Dictionary(new Utf8(), new Int32()) : new Utf8(), ({ at }) => at),
    abstain: column(new Bool(), (ballot) => 'abstain' in ballot || null),
    provisional: column(new Bool(), ({ provisional = null }) => provisional),
  };
  for (const id of profiles) {
    for (const [k, end] of ['low', 'best', 'high'].entries()) {
      columns[`${id}:${end}`] = column(new Float64(), (ballot) => {
        const entry = 'scores' in ballot && Object.hasOwn(ballot.scores, id) ? ballot.scores[id] : undefined;
        return entry === undefined ? null : typeof entry === 'number' ? entry : (entry[k] ?? null);
      });
    }
  }
  const tables: Table[] = [];
  for (let from = 0; from === 0 || from < ballots.length; from += batch) {
    const some = ballots.slice(from, from + batch);
    tables.push(new Table(Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(some)]))));
  }
  const [first, ...rest] = tables;
  if (first === undefined) throw new Error('a table has a batch');
  return first.concat(...rest);
}

it(`an Arrow table gives the result of the file that holds its ballots (${REPRODUCE})`, {
  timeout: 300_000,
}, async () => {
  const form = fc.constantFrom<'file' | 'stream'>('file', 'stream');
  await fc.assert(
    fc.asyncProperty(negotiations(), fc.nat(), form, fc.boolean(), async (drawn, at, how, moments) => {
      const { ballots = [], ...rest } = fileOf(drawn);
      const plain = ballots.flatMap((ballot): FileBallot[] => {
        if ('abstain' in ballot) return [ballot];
        if (!('scores' in ballot) || Object.keys(ballot.scores).length === 0) return [];
        const { without: _, ...bare } = ballot;
        return [bare];
      });
      const kept = at % (plain.length + 1);
      const file = { ...rest, ballots: plain.slice(0, kept) };
      const table = arrowOf(
        plain.slice(kept),
        rest.profiles.map(({ id }) => id),
        1 + (at % 4),
        moments,
        how === 'stream',
      );
      const target = new Target(file);
      expect(await read(tableToIPC(table, how), target)).toEqual([]);
      const whole = toNegotiation({ ...rest, ballots: plain });
      for (const basis of BASES) {
        expect(JSON.stringify(target.box.result({ basis }))).toBe(
          JSON.stringify(aggregate(whole, { basis })),
        );
      }
    }),
    runs(100),
  );
});

describe('an Arrow table that is not sound', () => {
  const FILE: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'A pause',
    rule: { members: { moreThan: '1/2' } },
    stakeholders: [{ id: 'lab', name: 'Lab', kind: 'lab' }],
    profiles: [
      { id: 'race', title: 'Race', default: true },
      { id: 'pause', title: 'Pause' },
    ],
  };
  const sound = { stakeholder: vectorFromArray(['lab'], new Utf8()), at: vectorFromArray([AT], new Utf8()) };
  const faultsOf = async (bytes: Uint8Array) => {
    const lines = await read(bytes, new Target(FILE));
    return lines.map((line) => line.slice(line.indexOf('.arrow: ') + 8));
  };
  const told = (columns: Record<string, Vector>) => faultsOf(tableToIPC(new Table({ ...sound, ...columns })));

  it.each<[string, Record<string, Vector>, string]>([
    ['points above 100', { race: vectorFromArray([101n], new Int64()) }, 'row 1, race: 101 is above 100'],
    ['no number', { race: vectorFromArray([Number.NaN], new Float64()) }, 'row 1, race: NaN is not a number'],
    [
      'a negative zero',
      { race: vectorFromArray([-0], new Float64()) },
      'row 1, race: -0 is a negative zero, not 0',
    ],
    [
      'floats too short for hundredths',
      { race: vectorFromArray([12.34], new Float32()) },
      'row 1, race: 12.34000015258789 has more than two decimals',
    ],
    [
      'texts for points',
      { race: vectorFromArray(['1'], new Utf8()) },
      'columns, race: is of type Utf8, not Int or Float64',
    ],
    [
      'moments of no time zone',
      { at: vectorFromArray([0], new TimestampMillisecond()), race: vectorFromArray([1], new Int32()) },
      'columns, at: is of type Timestamp<MILLISECOND>, not Utf8, or Timestamp with a time zone',
    ],
    [
      'moments between milliseconds',
      {
        at: vectorFromArray([0.5], new TimestampMicrosecond('UTC')),
        race: vectorFromArray([1], new Int32()),
      },
      'row 1, at: 0.5 is not an instant of the form 2026-01-31T12:00:00.000Z',
    ],
    [
      'nothing said',
      { race: vectorFromArray([null], new Null()) },
      'row 1, stakeholder: no score; an abstention says true under abstain, whoever is silent has no row',
    ],
    [
      'a column of no profile',
      { colour: vectorFromArray([1], new Int32()) },
      'columns, colour: no profile has the id "colour"; besides ids of profiles a column is called stakeholder, at, provisional or abstain',
    ],
  ])('is refused for %s', async (_, columns, fault) => {
    expect(await told(columns)).toEqual([fault]);
  });

  it('is refused where it is another file, or cut off', async () => {
    const whole = tableToIPC(new Table({ ...sound, race: vectorFromArray([1], new Int32()) }), 'file');
    for (const bytes of [new TextEncoder().encode('stakeholder,at\n'), whole.slice(0, whole.length - 40)]) {
      const [fault] = await faultsOf(bytes);
      expect(fault).toMatch(/^is not an Arrow table, or one that is compressed or damaged/);
    }
  });
});
