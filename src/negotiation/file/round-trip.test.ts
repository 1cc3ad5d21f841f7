import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNegotiationFile } from './read';
import { bytesOf, edited } from './testing/edited';
import { hundredths, toNegotiation } from './to-negotiation';
import { writeNegotiationFile } from './write';

const examples = new URL('../../core/examples/', import.meta.url);
const files = readdirSync(examples).filter(
  (name) => name.endsWith('.json') && !name.endsWith('.expected.json'),
);

function read(bytes: Uint8Array) {
  const outcome = readNegotiationFile(bytes);
  if (!outcome.ok)
    throw new Error(outcome.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return outcome.file;
}

describe('writing and reading a negotiation file', () => {
  it.each(files)('gives %s back equal, and the same text the second time', (name) => {
    const bytes = readFileSync(new URL(name, examples));
    const file = read(bytes);
    expect(file).toEqual(JSON.parse(bytes.toString()));
    const text = writeNegotiationFile(file);
    const again = read(bytesOf(text));
    expect(again).toEqual(file);
    expect(writeNegotiationFile(again)).toBe(text);
  });

  it('orders keys as the example of the spec does, whatever order they came in', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    const top = (text: string) => Object.keys(Object(JSON.parse(text)));
    const text = writeNegotiationFile(read(bytesOf(reversed(edited()))));
    expect(top(text)).toEqual(Object.keys(Object(edited())));
    expect(JSON.parse(text)).toEqual(edited());
    expect(text).toContain('"id": "lab-a",\n   "name": "Lab A",\n   "kind": "lab"');
  });

  it('keeps what few files have: own threats, listed moves, no moves, an abstention, amendments', () => {
    const document = edited(
      ['threats', [{ id: 'other/lock-in', title: 'Lock-in' }]],
      ['moves', []],
      ['description', 'Why'],
      ['profiles/1/amends', 'race'],
      ['profiles/1/adoptable', false],
      ['profiles/1/summary', 'Stop'],
      [
        'ballots/2',
        { stakeholder: 'lab-a', at: '2026-02-28T23:59:59.999Z', abstain: true, provisional: true },
      ],
    );
    expect(JSON.parse(writeNegotiationFile(read(bytesOf(document))))).toEqual(document);
  });
});

describe('a file as the core takes it', () => {
  it('resolves ids to indices and scores to hundredths', () => {
    const negotiation = toNegotiation(read(bytesOf(edited())));
    expect(negotiation.rule).toEqual({ kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true });
    expect(negotiation.stakeholders[1]).toEqual({ id: 'gov-b', weights: [590] });
    expect(negotiation.profiles[1]).toMatchObject({
      relies: [0],
      needs: { kind: 'includes', stakeholders: [0] },
    });
    const [first, second] = negotiation.ballots;
    expect(first?.content).toEqual({
      kind: 'scores',
      scores: new Map([
        [0, [3900, 3900, 3900]],
        [1, [4000, 6000, 7500]],
      ]),
    });
    expect(first?.without).toEqual(new Map([[1, new Map([[0, [1000, 2000, 6000]]])]]));
    expect(second?.content).toMatchObject({ kind: 'criteria', weights: [3, 1] });
    expect(negotiation.threats).toHaveLength(15);
    expect(negotiation.moves).toBeNull();
    expect(negotiation.pledges).toEqual([
      { stakeholder: 1, profile: 1, condition: { kind: 'includes', stakeholders: [0] } },
    ]);
  });

  it('takes every hundredth exactly', () => {
    for (let units = 0; units <= 10_000; units += 1)
      expect(hundredths(units / 100)).toEqual([units, units, units]);
  });

  it('is not misled by ids that are names of the prototype', () => {
    const document = edited(
      ['dimensions/1', { id: 'constructor', label: '' }],
      ['criteria/2', { id: 'valueof', label: '' }],
      ['criteria/3', { id: 'constructor', label: '' }],
    );
    const negotiation = toNegotiation(read(bytesOf(document)));
    expect(negotiation.stakeholders[0]?.weights).toEqual([410, 0]);
    expect(negotiation.ballots[1]?.content).toMatchObject({ weights: [3, 1, 0, 0] });
  });
});
