import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import type { RuleNode } from '@/negotiation/file/model';
import { stakeholderName } from '../labels';
import type { RuleSubjects } from './tree';

/** Named stakeholders, all of whom must be in the coalition: those named, and a list of the others to add from. */
export function IncludesFields({
  node: { includes },
  subjects,
  onChange,
  invalid,
  describedBy,
}: {
  readonly node: Extract<RuleNode, { readonly includes: unknown }>;
  readonly subjects: RuleSubjects;
  readonly onChange: (node: RuleNode) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}) {
  const t = useTranslations('ruleBuilder');
  const id = useId();
  const add = useRef<HTMLSelectElement>(null);
  const others = subjects.stakeholders.filter((stakeholder) => !includes.includes(stakeholder.id));
  return (
    <div className="space-y-3">
      <ul aria-label={t('named')} className="flex flex-wrap gap-2">
        {includes.map((stakeholder) => {
          const name = stakeholderName(stakeholder, subjects);
          return (
            <li key={stakeholder}>
              <button
                type="button"
                aria-label={t('unname', { name })}
                className="inline-flex min-h-11 items-center gap-2 rounded-control border border-strong bg-surface px-3 hover:border-accent hover:text-accent"
                onClick={() => {
                  onChange({ includes: includes.filter((other) => other !== stakeholder) });
                  add.current?.focus();
                }}
              >
                {name}
                <X aria-hidden="true" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
      <div>
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {t('name')}
        </label>
        <select
          id={id}
          ref={add}
          className="field sm:max-w-80"
          value=""
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={({ target }) => {
            if (target.value !== '') onChange({ includes: [...includes, target.value] });
          }}
        >
          <option value="">{t('choose')}</option>
          {others.map((stakeholder) => (
            <option key={stakeholder.id} value={stakeholder.id}>
              {stakeholder.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
