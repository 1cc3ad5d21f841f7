'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { NegotiationView } from '@/negotiation/views';
import { idFrom } from '../session/id-from';
import { AddForm } from './add-form';
import { described } from './described';
import { GuaranteeCard } from './guarantee-card';
import { OwnThreats } from './own-threats';
import { Part } from './part';
import { useEdits } from './use-edits';

/** The technical results that profiles rely on, the threats they bear on, and the threats that this negotiation adds. */
export function GuaranteesPart({
  view,
  locked,
  deliveries,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
  /** What shows that a guarantee was delivered, by its id. */
  readonly deliveries: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('setUp.guarantees');
  const edits = useEdits(view.id, 'guarantees');
  const guarantees = view.frame.guarantees ?? [];
  const threats = view.frame.threats ?? [];
  return (
    <Part part="guarantees" edits={edits} locked={locked}>
      {guarantees.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="space-y-6">
        {guarantees.map((guarantee) => (
          <li key={guarantee.id}>
            <GuaranteeCard
              guarantee={guarantee}
              evidence={deliveries[guarantee.id] ?? null}
              ownThreats={threats}
              onChange={(data) => edits.run([{ kind: 'terms', change: { type: 'guarantee.changed', data } }])}
              onRemove={() =>
                edits.run([
                  { kind: 'terms', change: { type: 'guarantee.removed', data: { id: guarantee.id } } },
                ])
              }
            />
          </li>
        ))}
      </ul>
      <AddForm
        label={t('new')}
        action={t('add')}
        onAdd={(title) => {
          const id = idFrom(title, new Set(guarantees.map((each) => each.id)));
          const guarantee = { id, title, kind: 'other', holds: 'training' } as const;
          return edits.run([{ kind: 'terms', change: { type: 'guarantee.added', data: { guarantee } } }]);
        }}
      />
      <OwnThreats
        threats={threats}
        onChange={(changed) => edits.run([described(view, { threats: changed })])}
      />
    </Part>
  );
}
