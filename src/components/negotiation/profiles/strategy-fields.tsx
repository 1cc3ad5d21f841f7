'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { NegotiationFile } from '@/negotiation/file/model';

/** What each stakeholder would do; where it differs from the profile that is amended, the field says so. */
export function StrategyFields({
  frame,
  amends,
  strategies,
  onChange,
}: {
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles'>;
  readonly amends: string;
  readonly strategies: Readonly<Record<string, string>>;
  readonly onChange: (strategies: Readonly<Record<string, string>>) => void;
}) {
  const t = useTranslations('profiles.propose');
  const prefix = useId();
  const base = frame.profiles.find(({ id }) => id === amends);
  const known = new Set(frame.profiles.flatMap((profile) => Object.values(profile.strategies ?? {})));
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">{t('strategies')}</legend>
      <p className="prose-column mb-3 text-note text-muted">{t('strategiesSay')}</p>
      <datalist id={`${prefix}-known`}>
        {[...known].map((strategy) => (
          <option key={strategy} value={strategy} />
        ))}
      </datalist>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {frame.stakeholders.map(({ id, name }) => {
          const differs =
            base !== undefined && (base.strategies?.[id] ?? '') !== (strategies[id]?.trim() ?? '');
          return (
            <div key={id}>
              <label htmlFor={`${prefix}-${id}`} className="block text-note">
                {name}
                {differs ? <span className="ml-2 font-medium text-accent">{t('differs')}</span> : null}
              </label>
              <input
                id={`${prefix}-${id}`}
                type="text"
                autoComplete="off"
                list={`${prefix}-known`}
                value={strategies[id] ?? ''}
                onChange={(event) => onChange({ ...strategies, [id]: event.currentTarget.value })}
                className="field text-base"
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
