'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { RuleNode } from '@/negotiation/file/model';
import type { NegotiationView } from '@/negotiation/views';
import { RuleBuilder } from '../rule-builder/rule-builder';
import { RuleWords } from '../rule-words';
import { faultsOfRule } from '../session/frame-change-form';
import { Part } from './part';
import { useEdits } from './use-edits';

/** A rule is built in many small steps: only one that has stood for so long becomes an event. */
const AFTER_MS = 1200;

/** The rule: kept as soon as it has no faults; one that is adequate for nobody, or not for all, is not, and says why. */
export function RulePart({
  view,
  locked,
  hasRule,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
  readonly hasRule: boolean;
}) {
  const t = useTranslations('setUp.rule');
  const { frame } = view;
  const edits = useEdits(view.id, 'rule');
  // Until somebody edits it, the rule is the negotiation's, or the majority that stands in for it.
  const [edited, setEdited] = useState<RuleNode | null>(null);
  const [tried, setTried] = useState('');
  const rule = edited ?? frame.rule;
  const faults = faultsOfRule(rule, frame);
  const text = JSON.stringify(rule);
  const waits = edited !== null && text !== JSON.stringify(frame.rule) && faults.length === 0;
  const { run } = edits;
  useEffect(() => {
    if (!waits || text === tried) return;
    const timer = setTimeout(() => {
      setTried(text);
      run([{ kind: 'frame', change: { type: 'rule.set', data: { rule } } }]);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [waits, text, tried, rule, run]);
  return (
    <Part part="rule" edits={edits} locked={locked}>
      {hasRule ? null : <p className="prose-column mb-4 text-note text-muted">{t('standsIn')}</p>}
      <p className="prose-column mb-4 font-serif text-prose">
        {faults.length === 0 ? (
          <>
            {t('adequate')} <RuleWords rule={rule} frame={frame} />.
          </>
        ) : (
          t('notSaved')
        )}
      </p>
      <p className="mb-4 min-h-5 text-note text-muted">
        {waits ? text !== tried && t('willSave') : faults.length === 0 && hasRule && t('saved')}
      </p>
      <RuleBuilder
        label={t('label')}
        value={rule}
        onChange={setEdited}
        subjects={{ dimensions: frame.dimensions ?? [], stakeholders: frame.stakeholders }}
        faults={faults}
      />
    </Part>
  );
}
