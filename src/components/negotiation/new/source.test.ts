import { expect, it } from 'vitest';
import { idIn, type Source, startFrom } from './source';

const source: Source = { kind: 'blank', template: 'consortium', text: '', copyOf: '' };

it('tells the faults of a file with their paths, keys given twice among them', () => {
  const start = startFrom({
    ...source,
    kind: 'file',
    text: '{"format":"parley-negotiation/1","title":"a","title":"b","rule":{"members":{"atLeast":0}},"stakeholders":[],"profiles":[]}',
  });
  const paths = start.kind === 'faults' ? start.faults.map(({ path }) => path) : [];
  expect(paths).toEqual(
    expect.arrayContaining(['title', 'rule.members.atLeast', 'stakeholders', 'profiles']),
  );
});

it('starts from nothing, a template, or another negotiation', () => {
  expect(startFrom(source)).toEqual({ kind: 'blank' });
  expect(startFrom({ ...source, kind: 'template' })).toMatchObject({
    kind: 'file',
    file: { profiles: [{ id: 'as-today' }, {}, {}, {}] },
  });
  expect(startFrom({ ...source, kind: 'copy' })).toEqual({ kind: 'none' });
  expect(startFrom({ ...source, kind: 'file', text: ' ' })).toEqual({ kind: 'none' });
});

it.each([
  ['n-12ab', 'n-12ab'],
  [' https://parley.example/n/frontier-training/results?basis=stated ', 'frontier-training'],
  ['/n/x#rule', 'x'],
  ['https://parley.example/', null],
  ['', null],
])('finds the negotiation in %j', (text, id) => {
  expect(idIn(text)).toBe(id);
});
