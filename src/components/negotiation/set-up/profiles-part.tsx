'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { NegotiationView } from '@/negotiation/views';
import { idFrom } from '../session/id-from';
import { AddForm } from './add-form';
import { Part } from './part';
import { ProfileEditor } from './profile-editor';
import { useEdits } from './use-edits';

/** The default profile and those that are measured against it, with what each stakeholder would do. */
export function ProfilesPart({
  view,
  locked,
  fixed,
}: {
  readonly view: NegotiationView;
  readonly locked: ReactNode | null;
  readonly fixed: readonly string[];
}) {
  const t = useTranslations('setUp.profiles');
  const edits = useEdits(view.id, 'profiles');
  const { profiles } = view.frame;
  const hasDefault = profiles.some((profile) => profile.default === true);
  return (
    <Part part="profiles" edits={edits} locked={locked}>
      {profiles.length === 0 ? <p className="prose-column text-muted">{t('none')}</p> : null}
      <ul className="space-y-8">
        {profiles.map((profile) => (
          <li key={profile.id}>
            <ProfileEditor
              profile={profile}
              frame={view.frame}
              fixed={fixed.includes(profile.id)}
              onChange={(changed) => edits.run([{ kind: 'profile', profile: changed }])}
              onDefault={() => edits.run([{ kind: 'default', profile: profile.id }])}
              onRemove={() => edits.run([{ kind: 'withdraw', profile: profile.id }])}
            />
          </li>
        ))}
      </ul>
      <AddForm
        label={hasDefault ? t('new') : t('newDefault')}
        action={t('add')}
        onAdd={(title) => {
          const id = idFrom(title, new Set(profiles.map((each) => each.id)));
          return edits.run([
            { kind: 'profile', profile: { id, title, ...(!hasDefault && { default: true }) } },
          ]);
        }}
      />
    </Part>
  );
}
