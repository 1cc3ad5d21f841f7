import { describe, expect, it } from 'vitest';
import { readInvitationLines } from './invitation-lines';

const STAKEHOLDERS = [
  { id: 'lab-aurora', name: 'Aurora Labs' },
  { id: 'union', name: 'Cala, Union of' },
];
const read = (text: string, stakeholder: string | null = null) =>
  readInvitationLines(text, STAKEHOLDERS, {
    role: stakeholder === null ? 'observer' : 'delegate',
    stakeholder,
  });

describe('pasted lines of invitations', () => {
  it('take a seat from the line, by name or id, however it is separated', () => {
    const { rows, faults } = read(
      'Zoe Quill <Zoe@X.example>, delegate, Aurora Labs\nb@x.example\tdelegate\tlab-aurora\r\nc@x.example; Auditor\n\nd@x.example, Cala, Union of',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { address: 'zoe@x.example', role: 'delegate', stakeholder: 'lab-aurora' },
      { address: 'b@x.example', role: 'delegate', stakeholder: 'lab-aurora' },
      { address: 'c@x.example', role: 'auditor', stakeholder: null },
      { address: 'd@x.example', role: 'delegate', stakeholder: 'union' },
    ]);
  });

  it('take the chosen seat where the line names none', () => {
    expect(read('a@x.example').rows).toEqual([
      { address: 'a@x.example', role: 'observer', stakeholder: null },
    ]);
    expect(read('a@x.example, delegate', 'union').rows).toMatchObject([{ stakeholder: 'union' }]);
  });

  it('tell each fault with its line, and read the others', () => {
    const { rows, faults } = read(
      'nobody\na@x.example, delegate\n\na@x.example, auditor, Aurora Labs\na@x.example, delegate, Nowhere\na@x.example\na@x.example',
    );
    expect(faults.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'address'],
      [2, 'noStakeholder'],
      [4, 'needless'],
      [5, 'stakeholder'],
      [7, 'twice'],
    ]);
    expect(rows).toHaveLength(1);
  });
});
