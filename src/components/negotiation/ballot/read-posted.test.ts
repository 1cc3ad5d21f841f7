import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NegotiationFile } from '@/negotiation/file/model';
import { type Form, startForm } from './form';
import { criterionField, scoreField, weightField, withoutField } from './posted';
import { readPosted } from './read-posted';
import { ENDS, type TripleText } from './score-text';
import { toBody } from './to-body';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));
const frame = { profiles: file.profiles, guarantees: file.guarantees ?? [], criteria: file.criteria ?? [] };

/** What a browser sends of the form as the page writes it. */
function sent(form: Form): Map<string, string> {
  const fields = new Map([['kind', form.kind as string]]);
  if (form.provisional) fields.set('provisional', 'on');
  if (form.pinned) fields.set('pinned', 'on');
  const write = (name: (end: 'low' | 'best' | 'high') => string, text: TripleText) => {
    for (const end of ENDS) fields.set(name(end), text[end]);
  };
  for (const [id, weight] of Object.entries(form.weights)) fields.set(weightField(id), weight);
  for (const [id, row] of Object.entries(form.rows)) {
    if (!row.covered) continue;
    if (form.kind === 'scores') write((end) => scoreField(id, end), row.score);
    for (const [guarantee, text] of Object.entries(row.without))
      write((end) => withoutField(id, guarantee, end), text);
    for (const [criterion, text] of Object.entries(row.criteria))
      if (form.kind === 'criteria') write((end) => criterionField(id, criterion, end), text);
  }
  return fields;
}

const read = (fields: ReadonlyMap<string, string>) => readPosted((name) => fields.get(name) ?? null, frame);

describe('a ballot that was sent without script', () => {
  it.each((file.ballots ?? []).map((ballot) => [ballot.stakeholder, ballot] as const))(
    'of %s states what its fields hold',
    (_, { stakeholder: __, at: ___, ...body }) => {
      const form = startForm(frame, body);
      expect(toBody(read(sent(form)), frame)).toEqual(toBody(form, frame));
    },
  );

  it('leaves out what is left empty, and takes a best guess alone for a single number', () => {
    const form = read(
      new Map([
        [scoreField('race', 'best'), '50'],
        [scoreField('joint-project', 'low'), '60'],
        [scoreField('joint-project', 'best'), '70,5'],
        [scoreField('joint-project', 'high'), '80'],
      ]),
    );
    expect(toBody(form, frame)).toEqual({
      ok: true,
      body: { scores: { race: 50, 'joint-project': [60, 70.5, 80] } },
    });
  });

  it('does not fill in what is missing of an interval', () => {
    const form = read(new Map([[scoreField('race', 'low'), '50']]));
    expect(toBody(form, frame)).toEqual({ ok: false, problems: [{ kind: 'number', profile: 'race' }] });
  });

  it('abstains', () => {
    expect(toBody(read(new Map([['kind', 'abstain']])), frame)).toEqual({
      ok: true,
      body: { abstain: true },
    });
  });
});
