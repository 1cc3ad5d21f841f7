'use client';

import { useTranslations } from 'next-intl';
import type { Fault, NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { validateRule } from '@/negotiation/file/validate-rule';
import { ruleFrameOf } from '@/negotiation/rules/rule-frame';
import { Check } from '../ballot/check';
import { RuleEditor } from '../rule-builder/rule-editor';

type Frame = Pick<NegotiationFile, 'stakeholders' | 'dimensions'>;

/** What is wrong with a tree of needs in its form; whether everyone together satisfies it is judged by the server. */
export function needsFaults(
  needs: RuleNode | null,
  { stakeholders, dimensions = [] }: Frame,
): readonly Fault[] {
  if (needs === null) return [];
  const judged = validateRule(needs, ruleFrameOf({ stakeholders, dimensions }));
  return judged.ok ? [] : judged.faults;
}

/** Whom a profile needs beyond the rule (aggregation.md §2): nobody in particular, or a tree. */
export function NeedsField({
  frame,
  needs,
  onChange,
}: {
  readonly frame: Frame;
  readonly needs: RuleNode | null;
  readonly onChange: (needs: RuleNode | null) => void;
}) {
  const t = useTranslations('profiles.propose');
  const [first] = frame.stakeholders;
  return (
    <div>
      <Check
        checked={needs !== null}
        onChange={(to) => onChange(to && first !== undefined ? { includes: [first.id] } : null)}
      >
        {t('needs')}
      </Check>
      {needs === null ? null : (
        <RuleEditor
          label={t('needsLabel')}
          value={needs}
          onChange={onChange}
          subjects={{ dimensions: frame.dimensions ?? [], stakeholders: frame.stakeholders }}
          faults={needsFaults(needs, frame)}
        />
      )}
    </div>
  );
}
