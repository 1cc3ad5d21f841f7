import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { SettledField } from '@/components/ui/settled-field';
import type { RuleNode } from '@/negotiation/file/model';
import { countFrom, type MembersBound, membersBoundOf, membersNode } from './members-node';
import { shareFrom } from './share-text';

/** A number of stakeholders: a share of them, a count, or all but some. */
export function MembersFields({
  node,
  onChange,
  invalid,
  describedBy,
}: {
  readonly node: Extract<RuleNode, { readonly members: unknown }>;
  readonly onChange: (node: RuleNode) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}) {
  const t = useTranslations('ruleBuilder');
  const { bound, text } = membersBoundOf(node);
  const counted = bound === 'count' || bound === 'allBut';
  const bounds: readonly MembersBound[] = ['moreThan', 'atLeast', 'count', 'allBut'];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Choice
        label={t('bound')}
        value={bound}
        options={bounds.map((value) => ({ value, label: t(`members.${value}`) }))}
        onChoose={(next) => onChange(membersNode(next, null))}
      />
      <SettledField
        label={counted ? t('count') : t('share')}
        value={text}
        inputMode={counted ? 'numeric' : 'text'}
        settle={counted ? countFrom : shareFrom}
        onSettled={(settled) => onChange(membersNode(bound, settled))}
        invalid={invalid}
        describedBy={describedBy}
      />
    </div>
  );
}
