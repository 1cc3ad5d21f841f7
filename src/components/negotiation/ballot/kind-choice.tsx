'use client';

import { useTranslations } from 'next-intl';
import type { Change } from './change';
import { type BallotFrame, type Form, KINDS } from './form';
import { weightField } from './posted';

/** Direct scores, weighted criteria (where the negotiation has any), or an abstention; and the criteria's weights. */
export function KindChoice({
  form,
  frame,
  dispatch,
}: {
  readonly form: Form;
  readonly frame: BallotFrame;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const criteria = frame.criteria ?? [];
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-note font-medium">{t('kind.legend')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {KINDS.filter((kind) => kind !== 'criteria' || criteria.length > 0).map((kind) => (
            <label key={kind} className="flex min-h-9 items-center gap-2">
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={form.kind === kind}
                onChange={() => dispatch({ kind: 'setKind', to: kind })}
                className="size-4 accent-accent"
              />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {form.kind !== 'criteria' ? null : (
        <fieldset className="mt-4">
          <legend className="text-note font-medium">{t('weights.title')}</legend>
          <p className="mb-2 text-note text-muted">{t('weights.says')}</p>
          <div className="flex flex-wrap gap-4">
            {criteria.map(({ id, label }) => (
              <label key={id} className="text-note">
                <span className="block">{label}</span>
                <input
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={t('weights.weight', { criterion: label })}
                  name={weightField(id)}
                  value={form.weights[id] ?? ''}
                  onChange={(event) =>
                    dispatch({ kind: 'setWeight', criterion: id, to: event.currentTarget.value })
                  }
                  className="field min-h-9 w-20 px-2 text-right text-base tabular-nums"
                />
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
