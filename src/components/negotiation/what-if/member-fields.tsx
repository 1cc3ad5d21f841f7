'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { dimensionShort } from '../labels';
import { BringIn } from './bring-in';
import type { EditingProps } from './editing';
import { WeightField } from './weight-field';

/** Who takes part, with what each holds: to be weighed otherwise, taken out, or joined by somebody else. */
export function MemberFields({ sandbox: { file }, changes, onChange }: EditingProps) {
  const t = useTranslations('whatIf.members');
  const dimensions = file.dimensions ?? [];
  return (
    <>
      <ul>
        {file.stakeholders.map(({ id, name, weights }) => (
          <li
            key={id}
            className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1 border-b border-line py-2"
          >
            <p className="min-w-40 leading-5">{name}</p>
            <div className="flex flex-wrap items-end gap-2">
              {dimensions.map((dimension) => (
                <WeightField
                  key={dimension.id}
                  label={dimensionShort(dimension.id, file)}
                  name={t('weight', { name, dimension: dimension.label })}
                  weight={weights?.[dimension.id] ?? 0}
                  onWeight={(weight) =>
                    onChange({ kind: 'weight', stakeholder: id, dimension: dimension.id, weight })
                  }
                />
              ))}
              <Button
                className="min-h-9 px-3 py-1"
                disabled={file.stakeholders.length === 1}
                onClick={() => onChange({ kind: 'out', stakeholder: id })}
              >
                {t('takeOut')}
                <span className="sr-only">: {name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <BringIn file={file} changes={changes} onChange={onChange} />
    </>
  );
}
