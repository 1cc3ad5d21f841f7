'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

export type FillKind = 'row' | 'column' | 'as-profile' | 'as-all';

/** Fills many cells: a row or a column with what the current cell says, or as another assessor says. */
export function FillControls({
  name,
  assessors,
  ready,
  rows,
  form,
  over,
  onOver,
  onFill,
  filled,
}: {
  /** Of the reader's stakeholder. */
  readonly name: string;
  readonly assessors: readonly { readonly id: string; readonly name: string }[];
  /** Whether the current cell says something that others can be filled with. */
  readonly ready: boolean;
  /** Whether rows across profiles are in view. */
  readonly rows: boolean;
  /** The form that the reader is at. */
  readonly form: string;
  readonly over: boolean;
  readonly onOver: (over: boolean) => void;
  readonly onFill: (kind: FillKind, assessor: string) => void;
  /** How many cells the last filling wrote. */
  readonly filled: number | null;
}) {
  const t = useTranslations('threats.fill');
  const [chosen, setChosen] = useState<string | null>(null);
  // Assessors come while the page is open, and the first of them shows until one is chosen.
  const assessor = chosen ?? assessors[0]?.id ?? '';
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-base font-semibold">{t('title')}</legend>
      <div className="flex flex-wrap gap-3">
        {rows ? (
          <Button disabled={!ready} onClick={() => onFill('row', '')}>
            {t('row')}
          </Button>
        ) : null}
        <Button disabled={!ready} onClick={() => onFill('column', '')}>
          {rows ? t('column') : t('allForms', { form })}
        </Button>
      </div>
      {assessors.length === 0 ? (
        <p className="text-note text-muted">{t('none')}</p>
      ) : (
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t('as')}>
            {(id) => (
              <select
                id={id}
                className="field"
                value={assessor}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                {assessors.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button onClick={() => onFill('as-profile', assessor)}>{t('asProfile')}</Button>
          <Button onClick={() => onFill('as-all', assessor)}>{t('asAll')}</Button>
        </div>
      )}
      <label className="flex min-h-6 items-center gap-2 text-note">
        <input type="checkbox" checked={over} onChange={(event) => onOver(event.currentTarget.checked)} />
        {t('over', { stakeholder: name })}
      </label>
      <p role="status" className="min-h-5 text-note text-muted">
        {filled === null ? null : t('done', { count: filled })}
      </p>
    </fieldset>
  );
}
