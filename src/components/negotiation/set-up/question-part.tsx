'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SettledField } from '@/components/ui/settled-field';
import type { NegotiationView } from '@/negotiation/views';
import { described } from './described';
import { Part } from './part';
import { SettledArea } from './settled-area';
import { useEdits } from './use-edits';

/** The question: a title and what it is about. */
export function QuestionPart({
  view,
  locked,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
}) {
  const t = useTranslations('setUp.question');
  const edits = useEdits(view.id, 'question');
  const { title, description } = view.frame;
  return (
    <Part part="question" edits={edits} locked={locked}>
      <div className="space-y-4">
        <SettledField
          label={t('title')}
          value={title}
          settle={(text) => text.trim() || title}
          onSettled={(next) => edits.run([described(view, { title: next })])}
        />
        <SettledArea
          label={t('description')}
          hint={t('descriptionHint')}
          value={description ?? ''}
          rows={5}
          onSettled={(next) => edits.run([described(view, { description: next.trim() || null })])}
        />
      </div>
    </Part>
  );
}
