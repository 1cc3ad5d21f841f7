'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { RuleNode } from '@/negotiation/file/model';
import { RuleBuilder } from '../rule-builder/rule-builder';
import { faultsOfRule } from '../session/frame-change-form';
import type { EditingProps } from './editing';

/** The rule, as it is built: it counts in the sandbox as soon as it has no faults. */
export function RuleFields({ sandbox: { file }, onChange }: EditingProps) {
  const t = useTranslations('whatIf.editing');
  const [edited, setEdited] = useState<RuleNode>(file.rule);
  const known = JSON.stringify(file.rule);
  // A change was taken back, or came with an address.
  useEffect(() => setEdited(JSON.parse(known)), [known]);
  const faults = faultsOfRule(edited, file);
  return (
    <RuleBuilder
      label={t('rule')}
      value={edited}
      onChange={(rule) => {
        setEdited(rule);
        if (JSON.stringify(rule) !== known && faultsOfRule(rule, file).length === 0) {
          onChange({ kind: 'rule', rule });
        }
      }}
      subjects={{ dimensions: file.dimensions ?? [], stakeholders: file.stakeholders }}
      faults={faults}
    />
  );
}
