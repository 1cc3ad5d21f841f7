'use client';

import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import type { EditingProps } from './editing';

const STATES = ['open', 'delivered', 'failed'] as const;

/** Each guarantee as it is, delivered, or failed: then every profile that relies on it is what it is without. */
export function GuaranteeChoices({ start, sandbox: { failed }, changes, onChange, onUndo }: EditingProps) {
  const t = useTranslations('whatIf.guarantees');
  return (
    <>
      <p className="prose-column mb-4 text-note text-muted">{t('note')}</p>
      <ul className="max-w-[44rem] space-y-3">
        {(start.guarantees ?? []).map(({ id, title, delivered }) => {
          const change = changes.find((each) => each.kind === 'guarantee' && each.guarantee === id);
          const asItIs = delivered === true ? 'delivered' : 'open';
          const now = failed === id ? 'failed' : change?.kind === 'guarantee' ? change.to : asItIs;
          return (
            <li key={id}>
              <Choice
                label={title}
                value={now}
                options={STATES.filter((state) => state !== 'open' || asItIs === 'open').map((value) => ({
                  value,
                  label: t(value),
                }))}
                onChoose={(to) => {
                  if (to !== asItIs && to !== 'open') onChange({ kind: 'guarantee', guarantee: id, to });
                  else if (change !== undefined) onUndo(change);
                }}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
