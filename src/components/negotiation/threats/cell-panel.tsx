'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Link } from '@/components/ui/link';
import type { AssessmentView } from '@/negotiation/threat-view';
import { threadHref } from '../discussion/topic';
import type { Agreement } from './agreement';
import { cellKey } from './cell';
import { BestField, DetailFields } from './cell-fields';
import { CellSummary } from './cell-summary';
import type { FormOfThreat } from './forms';
import { SaidByOthers } from './said-by-others';
import type { Assessments } from './use-assessments';

/** The cell that the grid stands at: what it means, what is said of it, and the fields for one's own word. */
export function CellPanel({
  ref,
  negotiation,
  form,
  profile,
  mine,
  agreement,
  said,
  name,
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly negotiation: string;
  readonly form: FormOfThreat;
  readonly profile: { readonly id: string; readonly title: string };
  readonly mine: Assessments | null;
  readonly agreement: Agreement;
  readonly said: readonly AssessmentView[];
  readonly name: (stakeholder: string) => string;
}) {
  const t = useTranslations('threats');
  const title = t('here', { profile: profile.title, form: form.title });
  const key = cellKey(profile.id, form.id);
  return (
    <section ref={ref} tabIndex={-1} aria-labelledby="threat-cell" className="space-y-3 outline-none">
      <h3 id="threat-cell" className="font-sans text-base font-semibold">
        {title}
      </h3>
      {form.says === null ? null : <p className="text-note text-muted">{form.says}</p>}
      <p className="text-note">
        <CellSummary agreement={agreement} />
      </p>
      {mine === null ? null : (
        <>
          <BestField cell={key} title={title} mine={mine} />
          <DetailFields cell={key} title={title} mine={mine} />
        </>
      )}
      <SaidByOthers said={said} name={name} />
      <p className="text-note">
        <Link href={threadHref(negotiation, { kind: 'threat', id: form.id })}>{t('discuss')}</Link>
      </p>
    </section>
  );
}
