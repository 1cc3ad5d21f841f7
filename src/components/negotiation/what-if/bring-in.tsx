'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Scenario, ScenarioChange } from '@/negotiation/what-if/scenario';
import { readWeight } from './read-weight';

/** Somebody who is not at the table: a name and what it holds. What it says is set among the scores. */
export function BringIn({
  file,
  changes,
  onChange,
}: {
  readonly file: NegotiationFile;
  readonly changes: Scenario;
  readonly onChange: (change: ScenarioChange) => void;
}) {
  const t = useTranslations('whatIf.members');
  const [name, setName] = useState('');
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>({});
  const dimensions = file.dimensions ?? [];
  const read = dimensions.map(({ id }) => [id, readWeight(weights[id] ?? '0')] as const);
  const sound = name.trim() !== '' && read.every(([, weight]) => weight !== null);
  const bringIn = () => {
    onChange({
      kind: 'in',
      stakeholder: freshId(file, changes),
      name: name.trim(),
      of: 'other',
      weights: Object.fromEntries(read.map(([id, weight]) => [id, weight ?? 0])),
    });
    setName('');
    setWeights({});
  };
  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) bringIn();
      }}
    >
      <h3 className="font-sans text-base font-semibold">{t('bringIn')}</h3>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <Field label={t('name')}>
          {(id) => (
            <input
              id={id}
              className="field"
              maxLength={200}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        {dimensions.map(({ id: dimension, label }) => (
          <Field key={dimension} label={label}>
            {(id) => (
              <input
                id={id}
                className="field w-32 text-right tabular-nums"
                inputMode="numeric"
                value={weights[dimension] ?? '0'}
                aria-invalid={readWeight(weights[dimension] ?? '0') === null}
                onChange={({ currentTarget: { value } }) => setWeights({ ...weights, [dimension]: value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" disabled={!sound}>
          {t('bringInAction')}
        </Button>
      </div>
    </form>
  );
}

function freshId(file: NegotiationFile, changes: Scenario): string {
  const taken = new Set([
    ...file.stakeholders.map(({ id }) => id),
    ...changes.flatMap((change) => ('stakeholder' in change ? [change.stakeholder] : [])),
  ]);
  let number = 1;
  while (taken.has(`new-${number}`)) number += 1;
  return `new-${number}`;
}
