import { describe, expect, it } from 'vitest';
import { byCell } from './agreement';
import { type CellKey, point, type Said } from './cell';
import { fillAs, fillColumn, fillRow } from './fill';
import { bearing, firstForms } from './forms';

const FRAME = { profiles: ['p', 'q'], threats: ['a/a', 'b/b'] };
const own = new Map<CellKey, Said>([['p a/a', { change: point(1), reason: 'Because.', evidence: null }]]);
const filling = (over: boolean) => ({ mine: (key: CellKey) => own.get(key), over });

describe('filling', () => {
  it('writes a row or a column, and leaves alone what says something already', () => {
    expect([...fillRow(FRAME, 'a/a', point(-1), filling(false)).keys()]).toEqual(['q a/a']);
    expect([...fillColumn(FRAME, 'p', point(-1), filling(false)).keys()]).toEqual(['p b/b']);
  });

  it('writes over it when asked, and keeps its reason', () => {
    expect(fillRow(FRAME, 'a/a', point(-1), filling(true)).get('p a/a')).toEqual({
      change: point(-1),
      reason: 'Because.',
      evidence: null,
    });
  });

  it('takes over another’s changes where there are any, never their reasons', () => {
    const theirs = { stakeholder: 'x', reason: 'Theirs.', evidence: 'https://x.example' };
    const said = byCell([
      { ...theirs, profile: 'p', threat: 'b/b', change: [-2, -1, 0] },
      { ...theirs, stakeholder: 'y', profile: 'q', threat: 'b/b', change: point(3) },
      { ...theirs, profile: 'gone', threat: 'b/b', change: point(3) },
    ]);
    expect([...fillAs(FRAME, 'x', said, filling(false))]).toEqual([
      ['p b/b', { change: [-2, -1, 0], reason: null, evidence: null }],
    ]);
  });
});

describe('forms', () => {
  const frame = {
    threats: [{ id: 'other/lock-in', title: 'Lock-in' }],
    guarantees: [
      { id: 'g', title: 'G', kind: 'other', holds: 'training', threats: ['other/lock-in', 'misuse/oracle'] },
      { id: 'h', title: 'H', kind: 'other', holds: 'training', threats: ['misuse/rl-agent'] },
    ],
  } as const;

  it('are borne on by the guarantees of a profile alone', () => {
    expect([...bearing(frame, { relies: ['g'] })]).toEqual(['other/lock-in', 'misuse/oracle']);
    expect([...bearing(frame, {})]).toEqual([]);
  });

  it('come first where a guarantee bears on them, none twice and none lost', () => {
    const { first, others } = firstForms(frame, [{ relies: ['g'] }, {}]);
    expect(first.map(({ id }) => id)).toEqual(['misuse/oracle', 'other/lock-in']);
    expect(new Set([...first, ...others].map(({ id }) => id)).size).toBe(16);
  });
});
