'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Fault, RuleNode } from '@/negotiation/file/model';
import { readRule } from '@/negotiation/file/validate-rule';
import { lineOf, linesOf } from './json-lines';
import type { RuleSubjects } from './tree';

/**
 * The rule as in a negotiation file. What is written becomes the rule as soon as it is a tree; until then it stays here
 * with its faults. `faults` are those of the tree itself, told with the line that they stand in.
 */
export function RuleText({
  value,
  onChange,
  subjects,
  faults,
}: {
  readonly value: RuleNode;
  readonly onChange: (value: RuleNode) => void;
  readonly subjects: RuleSubjects;
  readonly faults: readonly Fault[];
}) {
  const t = useTranslations('ruleBuilder');
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: RuleNode } | null>(null);
  // A change of the cards outdates what was written.
  const text = draft?.of === value ? draft.text : JSON.stringify(value, null, 2);
  const read = readRule(text, frameOf(subjects));
  const told = read.ok ? faults : read.faults;
  const lines = linesOf(text);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {t('textLabel')}
      </label>
      <textarea
        id={id}
        className="field literal min-h-64 py-2 font-mono text-note"
        rows={Math.min(30, text.split('\n').length + 1)}
        spellCheck={false}
        value={text}
        aria-invalid={told.length > 0}
        aria-describedby={`${id}-hint ${id}-faults`}
        onChange={({ target }) => {
          const next = readRule(target.value, frameOf(subjects));
          setDraft({ text: target.value, of: next.ok ? next.rule : value });
          if (next.ok) onChange(next.rule);
        }}
      />
      <p id={`${id}-hint`} className="prose-column mt-1 text-note text-muted">
        {t('textHint')}
      </p>
      <ul id={`${id}-faults`} className="mt-2 text-note text-out-of-reach">
        {told.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {t('faultLine', { path, line: lineOf(path, lines) ?? 1, message })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function frameOf({ dimensions, stakeholders }: RuleSubjects) {
  return {
    dimensions: new Set(dimensions.map(({ id }) => id)),
    stakeholders: new Set(stakeholders.map(({ id }) => id)),
  };
}
