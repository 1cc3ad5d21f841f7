'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { NegotiationView } from '@/negotiation/views';
import { idFrom } from '../session/id-from';
import { ImportTable } from './import-table';
import { LabelledList } from './labelled-list';
import { Part } from './part';
import { StakeholderRows } from './stakeholder-rows';
import { useEdits } from './use-edits';

/** Who decides and what each holds: dimensions, stakeholders, weights. */
export function StakeholdersPart({
  view,
  locked,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
}) {
  const t = useTranslations('setUp.stakeholders');
  const edits = useEdits(view.id, 'stakeholders');
  const [pasted, setPasted] = useState('');
  const dimensions = view.frame.dimensions ?? [];
  const { stakeholders } = view.frame;
  const taken = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return (
    <Part part="stakeholders" edits={edits} locked={locked}>
      <h3 className="mb-2 font-sans text-base font-semibold">{t('dimensions')}</h3>
      <p className="prose-column mb-3 text-note text-muted">{t('dimensionsSay')}</p>
      <LabelledList
        list={dimensions}
        itemLabel={t('dimension')}
        addLabel={t('newDimension')}
        addAction={t('addDimension')}
        onAdd={(label) =>
          edits.run([
            {
              kind: 'frame',
              change: {
                type: 'dimension.added',
                data: { dimension: { id: idFrom(label, taken(dimensions)), label }, weights: {} },
              },
            },
          ])
        }
        onRename={(id, label) =>
          edits.run([
            { kind: 'frame', change: { type: 'dimension.changed', data: { dimension: { id, label } } } },
          ])
        }
        onRemove={(id) => edits.run([{ kind: 'frame', change: { type: 'dimension.removed', data: { id } } }])}
      />
      <h3 className="mt-8 mb-2 font-sans text-base font-semibold">{t('title')}</h3>
      <StakeholderRows
        dimensions={dimensions}
        stakeholders={stakeholders}
        pending={edits.pending}
        onPasted={setPasted}
        onChange={(stakeholder) =>
          edits.run([{ kind: 'frame', change: { type: 'stakeholder.changed', data: { stakeholder } } }])
        }
        onAdd={(name) =>
          edits.run([
            {
              kind: 'frame',
              change: {
                type: 'stakeholder.added',
                data: { stakeholder: { id: idFrom(name, taken(stakeholders)), name, kind: 'other' } },
              },
            },
          ])
        }
        onRemove={(id) =>
          edits.run([{ kind: 'frame', change: { type: 'stakeholder.removed', data: { id } } }])
        }
      />
      {locked === null ? (
        <ImportTable
          frame={{ dimensions, stakeholders }}
          text={pasted}
          onText={setPasted}
          pending={edits.pending}
          onTake={edits.run}
        />
      ) : null}
    </Part>
  );
}
