import { describe, expect, it } from 'vitest';
import { changeOf, type FrameChangeForm, startChange } from './frame-change-form';

const frame = {
  dimensions: [{ id: 'power', label: 'Power' }],
  rule: { quota: { dimension: 'power', moreThan: '1/2' } },
  stakeholders: [
    { id: 'a', name: 'A', kind: 'lab', weights: { power: 50 } },
    { id: 'b', name: 'B', kind: 'government' },
  ],
  profiles: [
    { id: 'base', title: 'Base', default: true },
    { id: 'deal', title: 'Deal', relies: ['g'] },
    { id: 'other', title: 'Other' },
  ],
} as const;

const changed = (form: Partial<FrameChangeForm>) => changeOf({ ...startChange(frame), ...form }, frame);

describe('a form for a change of the frame', () => {
  it('starts with what stands, which is no change', () => {
    expect(startChange(frame)).toMatchObject({
      stakeholder: 'a',
      weights: { power: '50' },
      profile: 'other',
    });
    expect(changed({})).toBeNull();
    expect(changed({ kind: 'rule' })).toBeNull();
    expect(changed({ stakeholder: 'b', weights: { power: '0' } })).toBeNull();
  });

  it('changes a weight, and keeps the rest of the stakeholder', () => {
    expect(changed({ weights: { power: '1 200' } })).toEqual({
      type: 'stakeholder.changed',
      data: { stakeholder: { id: 'a', name: 'A', kind: 'lab', weights: { power: 1200 } } },
    });
  });

  it.each(['', '-1', '1.5', '1000000001', '12e3', 'many'])('takes “%s” for no weight', (power) => {
    expect(changed({ weights: { power } })).toBeNull();
  });

  it('adds a stakeholder under an id of its own', () => {
    expect(changed({ kind: 'add', name: ' A ', of: 'company', weights: { power: '3' } })).toEqual({
      type: 'stakeholder.added',
      data: { stakeholder: { id: 'a-2', name: 'A', kind: 'company', weights: { power: 3 } } },
    });
    expect(changed({ kind: 'add', name: ' ' })).toBeNull();
  });

  it('removes, sets a rule, and makes only what relies on nothing the default', () => {
    expect(changed({ kind: 'remove', stakeholder: 'b' })).toEqual({
      type: 'stakeholder.removed',
      data: { id: 'b' },
    });
    expect(changed({ kind: 'rule', rule: { members: { atLeast: 2 } } })).toMatchObject({ type: 'rule.set' });
    expect(changed({ kind: 'rule', rule: { members: { atLeast: 9 } } })).toBeNull();
    expect(changed({ kind: 'default' })).toEqual({
      type: 'profile.admitted',
      data: { profile: 'other', asDefault: true },
    });
    expect(changed({ kind: 'default', profile: 'deal' })).toBeNull();
  });
});
