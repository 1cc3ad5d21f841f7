import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { SettledField } from '@/components/ui/settled-field';
import type { RuleNode } from '@/negotiation/file/model';
import { shareFrom } from './share-text';
import type { RuleSubjects } from './tree';

type Quota = Extract<RuleNode, { readonly quota: unknown }>;

/** A quota on a dimension: which one, more than or at least, and the share. */
export function QuotaFields({
  node: { quota },
  subjects,
  onChange,
  invalid,
  describedBy,
}: {
  readonly node: Quota;
  readonly subjects: RuleSubjects;
  readonly onChange: (node: RuleNode) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}) {
  const t = useTranslations('ruleBuilder');
  const bound = 'moreThan' in quota ? 'moreThan' : 'atLeast';
  const share = 'moreThan' in quota ? quota.moreThan : quota.atLeast;
  const make = (dimension: string, kind: 'moreThan' | 'atLeast', text: string): Quota =>
    kind === 'moreThan' ? { quota: { dimension, moreThan: text } } : { quota: { dimension, atLeast: text } };
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <Choice
        label={t('dimension')}
        value={quota.dimension}
        options={subjects.dimensions.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(dimension) => onChange(make(dimension, bound, share))}
      />
      <Choice
        label={t('bound')}
        value={bound}
        options={[
          { value: 'moreThan', label: t('moreThan') },
          { value: 'atLeast', label: t('atLeast') },
        ]}
        onChoose={(kind) => onChange(make(quota.dimension, kind, share))}
      />
      <SettledField
        label={t('share')}
        value={share}
        settle={shareFrom}
        onSettled={(text) => onChange(make(quota.dimension, bound, text))}
        invalid={invalid}
        describedBy={describedBy}
      />
    </div>
  );
}
