import { describe, expect, it } from 'vitest';
import type { FileDimension, FileStakeholder } from '@/negotiation/file/model';
import { readStakeholders } from './stakeholder-table';
import { readTableText } from './table-text';
import { readWeight, weightFault } from './weight';

const compute: FileDimension = { id: 'compute', label: 'Frontier compute' };
const aurora: FileStakeholder = {
  id: 'lab-aurora',
  name: 'Aurora',
  kind: 'lab',
  weights: { compute: 410, population: 3 },
};
const frame = { dimensions: [compute], stakeholders: [aurora] };
const none = { dimensions: [], stakeholders: [] };

function table(text: string, from: Parameters<typeof readStakeholders>[1] = frame) {
  const read = readTableText(text);
  if (!read.ok) throw new Error(read.message);
  return readStakeholders(read.rows, from);
}

describe('a table of stakeholders', () => {
  it('from a spreadsheet, with headings, brings its dimensions along', () => {
    const { rows, dimensions } = table(
      'Stakeholder\tKind\tCompute\tPeople\r\nUnion of Cala\tgovernment\t1,200\t450\r\nISO\tStandards body\t\t0\r\n',
      none,
    );
    expect(dimensions).toEqual([
      { id: 'compute', label: 'Compute' },
      { id: 'people', label: 'People' },
    ]);
    expect(rows.map(({ stakeholder }) => stakeholder)).toEqual([
      {
        id: 'union-of-cala',
        name: 'Union of Cala',
        kind: 'government',
        weights: { compute: 1200, people: 450 },
      },
      { id: 'iso', name: 'ISO', kind: 'standards-body', weights: { people: 0 } },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('without headings is name, kind, weights in the order of the dimensions', () => {
    const { rows } = table('Borealis\tlab\t300\t9\nCirrus\tcompany\t7');
    expect(rows.map(({ stakeholder }) => stakeholder)).toEqual([
      { id: 'borealis', name: 'Borealis', kind: 'lab', weights: { compute: 300 } },
      { id: 'cirrus', name: 'Cirrus', kind: 'company', weights: { compute: 7 } },
    ]);
    expect(table('Borealis\t300').rows[0]?.stakeholder).toEqual({
      id: 'borealis',
      name: 'Borealis',
      kind: 'other',
      weights: { compute: 300 },
    });
  });

  it('changes whom it names, and keeps what it does not say', () => {
    const [row] = table('name,Frontier compute\nAurora,500').rows;
    expect(row).toMatchObject({
      known: true,
      stakeholder: { id: 'lab-aurora', kind: 'lab', weights: { compute: 500, population: 3 } },
    });
    expect(table('id;name;compute\nlab-aurora;Aurora Labs;1').rows[0]?.stakeholder).toMatchObject({
      id: 'lab-aurora',
      name: 'Aurora Labs',
    });
  });

  it('tells what is wrong row by row, cell by cell, and takes in the other rows', () => {
    const { rows } = table(
      'name,kind,compute\n,lab,1\nB,embassy,1\nC,lab,0.41\nD,lab,-3\nE,lab,2000000000\nE,lab,1\nF,lab,1',
    );
    expect(rows.map(({ faults }) => faults.map(({ column, message }) => `${column} ${message}`))).toEqual([
      ['0 has no name'],
      ['1 is none of lab, government, standards-body, civil-society, company, other'],
      ['2 is no whole number of units: multiply the whole column, by 1,000 say'],
      ['2 is below 0'],
      ['2 is above 1,000,000,000'],
      ['0 is listed twice'],
      [],
    ]);
    expect(rows.map(({ stakeholder }) => stakeholder !== null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('gives two of one plain name different ids', () => {
    const { rows } = table('name\nÉtat\nEtat', none);
    expect(rows.map(({ stakeholder }) => stakeholder?.id)).toEqual(['etat', 'etat-2']);
  });

  it('reads quoted cells as they are', () => {
    expect(readTableText('name,kind\n"A, B and ""C""",lab\n')).toEqual({
      ok: true,
      rows: [
        ['name', 'kind'],
        ['A, B and "C"', 'lab'],
      ],
    });
    expect(readTableText('name\n"A').ok).toBe(false);
  });
});

describe('a weight', () => {
  it.each([
    ['0', 0],
    ['1,234,567', 1_234_567],
    ['1 234', 1234],
    ['1.234', 1234],
    ['1000000000', 1_000_000_000],
  ])('%s is %i', (text, weight) => {
    expect(readWeight(text)).toBe(weight);
  });

  it.each(['', '0.5', '1,23', '-1', '1e3', '1000000001', '1,234.567', 'many', '12 %'])(
    '%j is none',
    (text) => {
      expect(readWeight(text)).toBe(null);
      expect(weightFault(text)).toMatch(/^is /);
    },
  );
});
