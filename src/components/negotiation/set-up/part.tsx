'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import type { SetUpPart } from '@/negotiation/checklist';
import { Fault } from '../session/fault';
import type { Changing } from '../session/use-change';

/**
 * One part of the set-up at its anchor: its fields, and beside them that they are saved or why not. Where it cannot be
 * edited now, its fields stand still and `locked` says how it can change all the same.
 */
export function Part({
  part,
  edits,
  locked,
  children,
}: {
  readonly part: SetUpPart;
  readonly edits: Pick<Changing<never>, 'pending' | 'fault'>;
  readonly locked: ReactNode | null;
  readonly children: ReactNode;
}) {
  const t = useTranslations('setUp');
  const title = t(`parts.${part}`);
  return (
    <Section id={part} title={title} note={<p>{t(`notes.${part}`)}</p>}>
      {locked === null ? null : <div className="mb-4 border-l-2 border-line pl-4 text-note">{locked}</div>}
      <fieldset disabled={locked !== null} className="min-w-0 [&_:disabled]:text-ink">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
      <Fault sentence={edits.fault} />
      <p role="status" className="mt-2 min-h-5 text-note text-muted">
        {edits.pending ? t('saving') : null}
      </p>
    </Section>
  );
}
