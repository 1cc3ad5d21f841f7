'use client';

import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import type { AssessmentView } from '@/negotiation/threat-view';
import { threadHref } from '../discussion/topic';
import type { Agreement } from './agreement';
import { type CellKey, cellKey, changeText } from './cell';
import { BestField, DetailFields } from './cell-fields';
import { CellSummary } from './cell-summary';
import type { FormOfThreat } from './forms';
import type { GridFrame } from './grid';
import { SaidByOthers } from './said-by-others';
import type { Assessments } from './use-assessments';

/** One profile at a time, its forms as a list: what a narrow window shows instead of the grid. */
export function OneProfile({
  frame: { rows, columns },
  profile,
  onProfile,
  onForm,
  negotiation,
  mine,
  agreement,
  bears,
  said,
  name,
}: {
  readonly frame: GridFrame;
  readonly profile: GridFrame['columns'][number];
  readonly onProfile: (index: number) => void;
  /** Which form the reader is at. */
  readonly onForm: (index: number) => void;
  readonly negotiation: string;
  readonly mine: Assessments | null;
  readonly agreement: (key: CellKey) => Agreement;
  readonly bears: (profile: string, threat: string) => boolean;
  readonly said: (key: CellKey) => readonly AssessmentView[];
  readonly name: (stakeholder: string) => string;
}) {
  const t = useTranslations('threats');
  return (
    <div className="space-y-4">
      <Field label={t('profile')}>
        {(id) => (
          <select
            id={id}
            className="field"
            value={columns.indexOf(profile)}
            onChange={(event) => onProfile(Number(event.currentTarget.value))}
          >
            {columns.map((each, index) => (
              <option key={each.id} value={index}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ul>
        {rows.map((form, index) => {
          const key = cellKey(profile.id, form.id);
          return (
            <li key={form.id} onFocus={() => onForm(index)} className="space-y-2 border-t border-line py-3">
              <FormHead form={form} bears={bears(profile.id, form.id)} />
              <p className="text-note">
                <CellSummary agreement={agreement(key)} />
              </p>
              {mine === null ? null : (
                <BestField
                  cell={key}
                  title={t('here', { profile: profile.title, form: form.title })}
                  mine={mine}
                />
              )}
              <Mine cell={key} mine={mine} />
              <Disclosure summary={t(mine === null ? 'others' : 'detail')}>
                <div className="space-y-3">
                  {form.says === null ? null : <p className="text-note text-muted">{form.says}</p>}
                  {mine === null ? null : (
                    <DetailFields
                      cell={key}
                      title={t('here', { profile: profile.title, form: form.title })}
                      mine={mine}
                    />
                  )}
                  <SaidByOthers said={said(key)} name={name} />
                  <p className="text-note">
                    <Link href={threadHref(negotiation, { kind: 'threat', id: form.id })}>
                      {t('discuss')}
                    </Link>
                  </p>
                </div>
              </Disclosure>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function FormHead({ form, bears }: { readonly form: FormOfThreat; readonly bears: boolean }) {
  const t = useTranslations('threats.legend');
  return (
    <h3 className="font-sans text-base font-medium">
      {form.threat === null ? null : <span className="font-normal text-muted">{form.threat}: </span>}
      {form.title}
      {bears ? (
        <span className="ml-1 text-muted">
          <span aria-hidden="true">◆</span>
          <span className="sr-only">{t('bears')}</span>
        </span>
      ) : null}
    </h3>
  );
}

function Mine({ cell, mine }: { readonly cell: CellKey; readonly mine: Assessments | null }) {
  const t = useTranslations('threats');
  const change = mine?.mine(cell)?.change;
  if (mine === null || change === undefined) return null;
  const fault = mine.faults.get(cell);
  return (
    <p className="text-note">
      {t('mine', { change: changeText(change) })}
      {mine.written.has(cell) ? <span className="text-accent"> · {t('legend.written')}</span> : null}
      {fault === undefined ? null : <span className="text-out-of-reach"> · {fault}</span>}
    </p>
  );
}
