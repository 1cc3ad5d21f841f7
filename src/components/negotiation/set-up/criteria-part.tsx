'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { NegotiationView } from '@/negotiation/views';
import { idFrom } from '../session/id-from';
import { LabelledList } from './labelled-list';
import { Part } from './part';
import { useEdits } from './use-edits';

/** What a ballot may weigh apart. */
export function CriteriaPart({
  view,
  locked,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
}) {
  const t = useTranslations('setUp.criteria');
  const edits = useEdits(view.id, 'criteria');
  const criteria = view.frame.criteria ?? [];
  return (
    <Part part="criteria" edits={edits} locked={locked}>
      <LabelledList
        list={criteria}
        itemLabel={t('criterion')}
        addLabel={t('new')}
        addAction={t('add')}
        onAdd={(label) => {
          const id = idFrom(label, new Set(criteria.map((each) => each.id)));
          return edits.run([
            { kind: 'terms', change: { type: 'criterion.added', data: { criterion: { id, label } } } },
          ]);
        }}
        onRename={(id, label) =>
          edits.run([
            { kind: 'terms', change: { type: 'criterion.changed', data: { criterion: { id, label } } } },
          ])
        }
        onRemove={(id) => edits.run([{ kind: 'terms', change: { type: 'criterion.removed', data: { id } } }])}
      />
    </Part>
  );
}
