import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NegotiationFile } from '@/negotiation/file/model';
import { change } from './change';
import { blankForm, type Form, startForm } from './form';
import { hintsOf } from './hints';
import { readDraftForm } from './read-draft-form';
import { toBody } from './to-body';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));

function bodyOf(form: Form) {
  const read = toBody(form, file);
  return read.ok ? read.body : read.problems;
}

describe('a ballot through the form', () => {
  it.each((file.ballots ?? []).map((ballot) => [ballot.stakeholder, ballot.at, ballot] as const))(
    'of %s at %s comes out as it went in',
    (_stakeholder, _at, { stakeholder: _, at: __, ...body }) => {
      expect(bodyOf(startForm(file, body))).toEqual(body);
    },
  );

  it('comes out as it went in after a night as a draft', () => {
    for (const { stakeholder: _, at: __, ...body } of file.ballots ?? []) {
      const kept: unknown = JSON.parse(JSON.stringify(startForm(file, body)));
      const form = readDraftForm(kept, file);
      expect(form === null ? null : bodyOf(form)).toEqual(body);
    }
  });

  it('starts with the default pinned at one point and nothing else said', () => {
    expect(bodyOf(startForm(file, null))).toEqual({ scores: { race: 50 } });
  });

  it('takes a comma for a point, and writes three equal numbers as one', () => {
    const to = { low: '12,5', best: '12.5', high: '12.50' };
    const form = change(startForm(file, { scores: { race: 40 } }), {
      kind: 'setTriple',
      profile: 'race',
      at: { kind: 'score' },
      to,
    });
    expect(bodyOf(form)).toEqual({ scores: { race: 12.5 } });
  });

  it.each([
    ['101', 'number'],
    ['-1', 'number'],
    ['1.234', 'number'],
    ['', 'number'],
    ['1e2', 'number'],
    ['90', 'lowAboveBest'],
  ])('is not cast with %j as its low', (to, kind) => {
    const form = change(startForm(file, { scores: { race: [10, 20, 30] } }), {
      kind: 'setEnd',
      profile: 'race',
      at: { kind: 'score' },
      end: 'low',
      to,
    });
    expect(bodyOf(form)).toMatchObject([{ kind, profile: 'race' }]);
  });

  it('is not cast when it covers nothing, or when no criterion weighs anything', () => {
    expect(bodyOf(startForm(file, { scores: {} }))).toMatchObject([{ kind: 'nothing' }]);
    const weightless = { weights: { safety: 0 }, scores: { race: {} } };
    expect(bodyOf(startForm(file, { criteria: weightless }))).toMatchObject([{ kind: 'noWeight' }]);
  });
});

describe('a ballot from paper', () => {
  it('covers nothing at first, and has no number that was not typed', () => {
    const blank = blankForm(file);
    expect(bodyOf(blank)).toEqual([{ kind: 'nothing' }]);
    const begun = change(blank, { kind: 'cover', profile: 'race', to: true });
    expect(bodyOf(begun)).toEqual([{ kind: 'number', profile: 'race' }]);
    const weighed = change(begun, { kind: 'setKind', to: 'criteria' });
    expect(bodyOf(weighed)).toEqual(
      (file.criteria ?? []).map(({ id }) => ({ kind: 'weight', criterion: id })),
    );
  });
});

describe('a draft', () => {
  it.each([null, 7, 'x', [], {}, { rows: {}, kind: 'other' }, { rows: [] }])(
    'of another shape is no draft: %j',
    (kept) => {
      expect(readDraftForm(kept, file)).toBeNull();
    },
  );

  it('leaves out a profile that came after it', () => {
    const kept = {
      kind: 'scores',
      rows: { race: { covered: true, score: { low: '1', best: '2', high: '3' } } },
    };
    const form = readDraftForm(kept, file);
    expect(form === null ? null : bodyOf(form)).toEqual({ scores: { race: [1, 2, 3] } });
  });
});

describe('hints', () => {
  it('point out a profile that is held to be better without what it relies on', () => {
    const form = startForm(file, {
      scores: { race: 50, liability: [10, 20, 30] },
      without: { liability: { 'regret-bound': [10, 40, 50] } },
    });
    expect(hintsOf(form, file)).toEqual([
      { kind: 'betterWithout', profile: 'liability', guarantee: 'regret-bound' },
    ]);
  });

  it('point out a default that was left out, and an interval that says nothing', () => {
    expect(hintsOf(startForm(file, { scores: { liability: [0, 50, 100] } }), file)).toEqual([
      { kind: 'defaultLeftOut' },
      { kind: 'saysNothing', profile: 'liability' },
    ]);
  });
});
