import { expect, it } from 'vitest';
import { concernsOf } from './concerns';
import { EVENT_TYPES } from './events/catalogue';
import { TYPE_GROUPS } from './events/type-groups';
import { typesNamed } from './events/types-named';
import { concluded } from './testing/stage';

it('every type of event is in one group, and its own name names it', () => {
  expect(TYPE_GROUPS.flatMap(typesNamed).sort()).toEqual([...EVENT_TYPES].sort());
  for (const type of EVENT_TYPES) expect(typesNamed(type)).toEqual([type]);
  expect(typesNamed('constructor')).toEqual([]);
});

it('names only ids that stand in the event: the sieve in the database may look for them', () => {
  for (const event of concluded().events) {
    const text = JSON.stringify(event);
    const { stakeholders, profiles } = concernsOf(event);
    for (const id of [...stakeholders, ...profiles]) expect(text).toContain(JSON.stringify(id));
  }
});

const envelope = { v: 1, log: 'log', position: 0, at: '2026-01-01T00:00:00.000Z', actor: 'system' } as const;

it('a ballot concerns its stakeholder and the profiles that it scores, by criteria too', () => {
  const data = { stakeholder: 'a', ballot: { scores: { x: 1, y: 2 } } };
  expect(concernsOf({ ...envelope, type: 'ballot.cast', data })).toEqual({
    stakeholders: ['a'],
    profiles: ['x', 'y'],
  });
  const criteria = { weights: { safety: 1 }, scores: { z: { safety: 1 } } };
  expect(
    concernsOf({ ...envelope, type: 'ballot.cast', data: { stakeholder: 'a', ballot: { criteria } } }),
  ).toEqual({ stakeholders: ['a'], profiles: ['z'] });
});

it('a change that consent is asked for concerns what it would change', () => {
  const change = { type: 'stakeholder.removed', data: { id: 'a' } } as const;
  expect(concernsOf({ ...envelope, type: 'consent.asked', data: { change, note: null } })).toEqual({
    stakeholders: ['a'],
    profiles: [],
  });
});
