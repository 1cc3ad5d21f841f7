import { describe, expect, it } from 'vitest';
import { validateNegotiation } from '@/negotiation/file/read';
import { templateFile } from '@/negotiation/templates/templates';
import { described } from './described';
import { frameAlone } from './frame-alone';
import { editsOf } from './import-edits';
import { readStakeholders } from './stakeholder-table';
import { totalsOf } from './totals';

describe('a table that is taken in', () => {
  const frame = {
    dimensions: [{ id: 'compute', label: 'Compute' }],
    stakeholders: [{ id: 'a', name: 'A', kind: 'lab' as const }],
  };

  it('adds its dimensions before the stakeholders that weigh in them, and leaves faulty rows out', () => {
    const table = readStakeholders(
      [
        ['name', 'Compute', 'People'],
        ['A', '1', '2'],
        ['B', '3', '4'],
        ['C', 'x', '5'],
      ],
      frame,
    );
    expect(editsOf(table).map((edit) => edit.kind === 'frame' && edit.change.type)).toEqual([
      'dimension.added',
      'stakeholder.changed',
      'stakeholder.added',
    ]);
  });

  it('adds nothing where no row is sound', () => {
    expect(
      editsOf(
        readStakeholders(
          [
            ['name', 'People'],
            ['', '1'],
          ],
          frame,
        ),
      ),
    ).toEqual([]);
  });
});

it('adds weights up exactly, dimension by dimension', () => {
  const heavy = Array.from({ length: 1000 }, (_, i) => ({
    id: `s${i}`,
    name: `S${i}`,
    kind: 'other' as const,
    weights: { a: 999_999_999, ...(i === 0 && { b: 1 }) },
  }));
  const dimensions = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
  expect(totalsOf(heavy, dimensions)).toEqual([999_999_999_000, 1, 0]);
});

it('copies frame and terms, without what people said', () => {
  const file = templateFile('labs-and-governments');
  const said = {
    ...file,
    briefings: [{ id: 'b', title: 'B', required: true }],
    acknowledgements: [{ stakeholder: 'lab-1', briefing: 'b', at: '2026-01-01T00:00:00.000Z' }],
    ballots: [{ stakeholder: 'lab-1', at: '2026-01-02T00:00:00.000Z', abstain: true as const }],
    pledges: [{ stakeholder: 'lab-1', profile: 'licences' }],
  };
  expect(validateNegotiation(said).ok).toBe(true);
  expect(frameAlone(said)).toEqual(file);
});

it('says the whole of a description anew when a part of it changes', () => {
  const frame = { ...templateFile('consortium'), threats: [{ id: 'other/lock-in', title: 'Lock-in' }] };
  expect(described({ frame, simulated: false }, { title: 'Another' })).toEqual({
    kind: 'describe',
    title: 'Another',
    description: frame.description,
    simulated: false,
    threats: frame.threats,
  });
});
