'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type CellKey, point, type Said, STEPS, saying, stepText, withBest } from './cell';
import { Scale } from './scale';
import type { Assessments } from './use-assessments';

interface Props {
  readonly cell: CellKey;
  /** “Joint project: Oracle AI”, the name of the cell's fields. */
  readonly title: string;
  readonly mine: Assessments;
}

/** The best guess of one cell, as one choice of seven. */
export function BestField({ cell, title, mine }: Props) {
  const t = useTranslations('threats');
  const said = mine.mine(cell);
  return (
    <Scale
      legend={`${title}: ${t('best')}`}
      value={said?.change[1] ?? null}
      onChange={(step) =>
        mine.write([[cell, saying(said === undefined ? point(step) : withBest(said.change, step), said)]])
      }
    />
  );
}

/** The ends of the interval, the reason and the evidence. They wait for a best guess. */
export function DetailFields({ cell, title, mine }: Props) {
  const t = useTranslations('threats');
  const said = mine.mine(cell);
  const fault = mine.faults.get(cell);
  if (said === undefined) return <p className="text-note text-muted">{t('first')}</p>;
  const [low, best, high] = said.change;
  const put = (part: Partial<Said>) => mine.write([[cell, { ...said, ...part }]]);
  return (
    <div className="max-w-96 space-y-3">
      <div className="grid grid-cols-2 gap-3">
        <End
          label={t('low')}
          title={title}
          value={low}
          steps={STEPS.filter((step) => step <= best)}
          onChange={(step) => put({ change: [step, best, high] })}
        />
        <End
          label={t('high')}
          title={title}
          value={high}
          steps={STEPS.filter((step) => step >= best)}
          onChange={(step) => put({ change: [low, best, step] })}
        />
      </div>
      <Field label={t('reason')}>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={10_000}
            className="field py-2"
            value={said.reason ?? ''}
            onChange={(event) => put({ reason: event.currentTarget.value || null })}
          />
        )}
      </Field>
      <Field label={t('evidence')}>
        {(id) => (
          <input
            id={id}
            type="text"
            inputMode="url"
            maxLength={2000}
            className="field"
            value={said.evidence ?? ''}
            onChange={(event) => put({ evidence: event.currentTarget.value || null })}
          />
        )}
      </Field>
      {mine.written.has(cell) ? <Button onClick={() => mine.revert(cell)}>{t('revert')}</Button> : null}
      {fault === undefined ? null : (
        <p role="alert" className="text-note text-out-of-reach">
          <span aria-hidden="true">! </span>
          {fault}
        </p>
      )}
    </div>
  );
}

function End({
  label,
  title,
  value,
  steps,
  onChange,
}: {
  readonly label: string;
  readonly title: string;
  readonly value: number;
  readonly steps: readonly number[];
  readonly onChange: (step: number) => void;
}) {
  return (
    <label className="block text-note font-medium">
      {label}
      <span className="sr-only">, {title}</span>
      <select
        className="field mt-1 tabular-nums"
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {steps.map((step) => (
          <option key={step} value={step}>
            {stepText(step)}
          </option>
        ))}
      </select>
    </label>
  );
}
