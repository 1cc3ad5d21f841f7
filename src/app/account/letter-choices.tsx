'use client';

import type { inferRouterInputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppRouter } from '@/server/trpc/router';
import { apiClient } from '../api-client';
import { useSend } from '../use-send';

type Kind = inferRouterInputs<AppRouter>['account']['setNotification']['kind'];

/** Of which kinds letters go; the site shows all of them in the inbox. */
export function LetterChoices({
  choices,
}: {
  readonly choices: readonly { readonly kind: Kind; readonly label: string; readonly mailed: boolean }[];
}) {
  const t = useTranslations('account.letters');
  const [stopped, setStopped] = useState<ReadonlySet<Kind>>(
    new Set(choices.filter(({ mailed }) => !mailed).map(({ kind }) => kind)),
  );
  const { fault, send } = useSend();
  const choose = async (kind: Kind, mailed: boolean) => {
    const before = stopped;
    setStopped(new Set(mailed ? [...before].filter((each) => each !== kind) : [...before, kind]));
    const isDone = await send(async () => {
      await apiClient().account.setNotification.mutate({ kind, mailed });
    });
    if (!isDone) setStopped(before);
  };
  return (
    <fieldset>
      <legend className="prose-column text-note text-muted">{t('says')}</legend>
      <ul className="mt-2 gap-x-8 sm:columns-2">
        {choices.map(({ kind, label }) => (
          <li key={kind} className="break-inside-avoid">
            <label className="flex min-h-9 items-start gap-2 py-1.5">
              <input
                type="checkbox"
                checked={!stopped.has(kind)}
                onChange={({ target }) => choose(kind, target.checked)}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
    </fieldset>
  );
}
