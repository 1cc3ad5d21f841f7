'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { STEPS, stepText } from './cell';

/** The seven steps as one choice: a tap sets the best guess. */
export function Scale({
  legend,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly value: number | null;
  readonly onChange: (step: number) => void;
}) {
  const t = useTranslations('threats.step');
  const name = useId();
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <div className="flex w-full max-w-96 divide-x divide-strong overflow-hidden rounded-control border border-strong">
        {STEPS.map((step) => (
          <label
            key={step}
            className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center justify-center bg-surface text-base tabular-nums has-checked:bg-accent has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === step}
              onChange={() => onChange(step)}
            />
            <span aria-hidden="true">{stepText(step)}</span>
            <span className="sr-only">
              {stepText(step)}, {t(`${step}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
