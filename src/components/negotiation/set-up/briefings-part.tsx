'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OnceOpened } from '@/components/ui/once-opened';
import type { SetUpBriefing } from '@/negotiation/set-up-view';
import type { NegotiationView } from '@/negotiation/views';
import { idFrom } from '../session/id-from';
import { BriefingEditor } from './briefing-editor';
import { Part } from './part';
import { useEdits } from './use-edits';

/** What delegates are asked to read: each version is published on purpose, since acknowledgements name it. */
export function BriefingsPart({
  view,
  locked,
  briefings,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
  readonly briefings: readonly SetUpBriefing[];
}) {
  const t = useTranslations('setUp.briefings');
  const edits = useEdits(view.id, 'briefings');
  const midRound = view.phase === 'open';
  const publish = (id: string, title: string, required: boolean, text: string) =>
    edits.run([
      { kind: 'briefing', briefing: { id, title, required }, text: text.trim() === '' ? null : text },
    ]);
  return (
    <Part part="briefings" edits={edits} locked={locked}>
      <p className="prose-column mb-4 text-note text-muted">{t('says')}</p>
      <ul className="space-y-4">
        {briefings.map((briefing) => (
          <li key={`${briefing.id} ${briefing.version}`}>
            <p>
              <span className="font-medium">{briefing.title}</span>{' '}
              <span className="text-note text-muted">
                {t('version', { version: briefing.version })} ·{' '}
                {t(briefing.required ? 'isRequired' : 'notRequired')}
              </span>
            </p>
            <OnceOpened summary={t('edit', { name: briefing.title })}>
              <BriefingEditor
                briefing={briefing}
                midRound={midRound}
                pending={edits.pending}
                action={t('publishNext', { version: briefing.version + 1 })}
                onPublish={(title, required, text) => publish(briefing.id, title, required, text)}
              />
            </OnceOpened>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-2 font-sans text-base font-semibold">{t('new')}</h3>
      <BriefingEditor
        briefing={null}
        midRound={midRound}
        pending={edits.pending}
        action={t('publish')}
        onPublish={(title, required, text) =>
          publish(idFrom(title, new Set(briefings.map(({ id }) => id))), title, required, text)
        }
      />
    </Part>
  );
}
