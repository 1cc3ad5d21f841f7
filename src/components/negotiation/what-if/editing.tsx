'use client';

import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Sandbox } from '@/negotiation/what-if/apply';
import type { Scenario, ScenarioChange } from '@/negotiation/what-if/scenario';
import { GuaranteeChoices } from './guarantee-choices';
import { MemberFields } from './member-fields';
import { RuleFields } from './rule-fields';
import { ScoreFields } from './score-fields';

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
        { id: 'rule', label: t('rule'), panel: <RuleFields {...props} /> },
        ...(guarantees.length === 0
          ? []
          : [{ id: 'guarantees', label: t('guarantees'), panel: <GuaranteeChoices {...props} /> }]),
      ]}
    />
  );
}
