'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnceSeen } from '@/components/ui/once-seen';
import { Tabs } from '@/components/ui/tabs';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Sandbox } from '@/negotiation/what-if/apply';
import type { Scenario, ScenarioChange } from '@/negotiation/what-if/scenario';
import { GuaranteeChoices } from './guarantee-choices';
import { MemberFields } from './member-fields';
import { ScoreFields } from './score-fields';

/** Comes when its tab is chosen: it is the longest of all, and most scenarios leave the rule alone. */
const RuleFields = lazy(async () => ({ default: (await import('./rule-fields')).RuleFields }));

export interface EditingProps {
  /** The negotiation before any change. */
  readonly start: NegotiationFile;
  readonly sandbox: Sandbox;
  readonly changes: Scenario;
  readonly onChange: (change: ScenarioChange) => void;
  readonly onUndo: (change: ScenarioChange) => void;
}

/** What can be changed: scores, weights and members, the rule, guarantees. */
export function Editing(props: EditingProps) {
  const t = useTranslations('whatIf.editing');
  const guarantees = props.start.guarantees ?? [];
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { id: 'scores', label: t('scores'), panel: <ScoreFields {...props} /> },
        { id: 'members', label: t('members'), panel: <MemberFields {...props} /> },
        {
          id: 'rule',
          label: t('rule'),
          panel: (
            <OnceSeen className="min-h-64">
              <RuleFields {...props} />
            </OnceSeen>
          ),
        },
        ...(guarantees.length === 0
          ? []
          : [{ id: 'guarantees', label: t('guarantees'), panel: <GuaranteeChoices {...props} /> }]),
      ]}
    />
  );
}
