'use client';

import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { type NegotiationFile, STAKEHOLDER_KINDS } from '@/negotiation/file/model';
import { RuleEditor } from '../rule-builder/rule-editor';
import { defaultsOf, type FrameChangeForm, faultsOfRule, weightsOf } from './frame-change-form';

/** The fields of the kind of change that was chosen. */
export function ChangeFields({
  form,
  frame,
  onChange,
}: {
  readonly form: FrameChangeForm;
  readonly frame: NegotiationFile;
  readonly onChange: (form: FrameChangeForm) => void;
}) {
  const t = useTranslations('session.ask');
  const c = useTranslations('common');
  switch (form.kind) {
    case 'weight':
      return (
        <>
          <StakeholderChoice form={form} frame={frame} onChange={onChange} />
          <WeightFields form={form} frame={frame} onChange={onChange} />
        </>
      );
    case 'add':
      return (
        <>
          <Field label={t('name')}>
            {(id) => (
              <input
                id={id}
                type="text"
                autoComplete="off"
                value={form.name}
                onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
                className="field max-w-md"
              />
            )}
          </Field>
          <Choice
            label={t('of')}
            className="max-w-md"
            value={form.of}
            options={STAKEHOLDER_KINDS.map((value) => ({ value, label: c(`kind.${value}`) }))}
            onChoose={(of) => onChange({ ...form, of })}
          />
          <WeightFields form={form} frame={frame} onChange={onChange} />
        </>
      );
    case 'remove':
      return <StakeholderChoice form={form} frame={frame} onChange={onChange} />;
    case 'rule':
      return (
        <RuleEditor
          label={t('rule')}
          value={form.rule}
          onChange={(rule) => onChange({ ...form, rule })}
          subjects={{ dimensions: frame.dimensions ?? [], stakeholders: frame.stakeholders }}
          faults={faultsOfRule(form.rule, frame)}
        />
      );
    case 'default': {
      const options = defaultsOf(frame).map(({ id, title }) => ({ value: id, label: title }));
      if (options.length === 0) return <p className="text-note">{t('noDefault')}</p>;
      return (
        <Choice
          label={t('default')}
          className="max-w-md"
          value={form.profile}
          options={options}
          onChoose={(profile) => onChange({ ...form, profile })}
        />
      );
    }
  }
}

interface Fields {
  readonly form: FrameChangeForm;
  readonly frame: NegotiationFile;
  readonly onChange: (form: FrameChangeForm) => void;
}

function StakeholderChoice({ form, frame, onChange }: Fields) {
  const t = useTranslations('session.ask');
  return (
    <Choice
      label={t('stakeholder')}
      className="max-w-md"
      value={form.stakeholder}
      options={frame.stakeholders.map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={(stakeholder) =>
        onChange({
          ...form,
          stakeholder,
          weights: weightsOf(
            frame.stakeholders.find(({ id }) => id === stakeholder),
            frame,
          ),
        })
      }
    />
  );
}

function WeightFields({ form, frame, onChange }: Fields) {
  return (
    <div className="flex flex-wrap gap-4">
      {(frame.dimensions ?? []).map(({ id: dimension, label }) => (
        <Field key={dimension} label={label}>
          {(id) => (
            <input
              id={id}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={form.weights[dimension] ?? ''}
              onChange={(event) =>
                onChange({ ...form, weights: { ...form.weights, [dimension]: event.currentTarget.value } })
              }
              className="field w-44 text-right tabular-nums"
            />
          )}
        </Field>
      ))}
    </div>
  );
}
