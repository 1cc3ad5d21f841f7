'use client';

import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import type { Fault, RuleNode } from '@/negotiation/file/model';
import { RuleConsequences } from './rule-consequences';
import { RuleEditor } from './rule-editor';
import { RuleText } from './rule-text';
import type { RuleSubjects } from './tree';

/** A negotiation's rule as cards and as text, two views of one tree, and what it comes to. */
export function RuleBuilder(props: {
  readonly label: string;
  readonly value: RuleNode;
  readonly onChange: (value: RuleNode) => void;
  readonly subjects: RuleSubjects;
  readonly faults: readonly Fault[];
}) {
  const t = useTranslations('ruleBuilder');
  const { value, subjects, faults, label } = props;
  return (
    <>
      <Tabs
        label={label}
        tabs={[
          { id: 'cards', label: t('cards'), panel: <RuleEditor {...props} /> },
          { id: 'text', label: t('text'), panel: <RuleText {...props} /> },
        ]}
      />
      <p role="status" className="mt-3 text-note">
        {t('faults', { count: faults.length })} {faults[0]?.message}
      </p>
      <RuleConsequences rule={faults.length === 0 ? value : null} subjects={subjects} />
    </>
  );
}
