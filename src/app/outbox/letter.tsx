'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LetterParts } from '@/components/ui/letter';
import type { AppRouter } from '@/server/trpc/router';
import { apiClient } from '../api-client';
import { useSend } from '../use-send';

type Shown = inferRouterOutputs<AppRouter>['administration']['letter'];

interface LetterProps {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly mayRetry: boolean;
}

/** One letter: shown as it would leave now, and tried again where it failed. */
export function OutboxLetter({ id, kind, to, mayRetry }: LetterProps) {
  const t = useTranslations('outbox');
  const router = useRouter();
  const { state, fault, send } = useSend();
  const [letter, setLetter] = useState<Shown | 'hidden'>('hidden');
  const show = () =>
    letter === 'hidden'
      ? send(async () => setLetter(await apiClient().administration.letter.mutate({ id })))
      : setLetter('hidden');
  const retry = () =>
    send(async () => {
      await apiClient().administration.retry.mutate({ id });
      router.refresh();
    });
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={state === 'working'}
          aria-expanded={letter !== 'hidden'}
          aria-label={letter === 'hidden' ? t('showOf', { kind, to }) : undefined}
          onClick={show}
        >
          {t(letter === 'hidden' ? 'show' : 'hide')}
        </Button>
        {mayRetry ? (
          <Button disabled={state === 'working'} aria-label={t('retryOf', { kind, to })} onClick={retry}>
            {t('retry')}
          </Button>
        ) : null}
      </div>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
      {letter === 'hidden' ? null : letter === null ? (
        <p className="prose-column mt-3">{t('nothing')}</p>
      ) : (
        <div className="mt-3 border-l-2 border-line pl-4">
          <p className="prose-column mb-3 font-medium break-words">
            {t('subject')}: {letter.subject}
          </p>
          <LetterParts parts={letter.parts} />
          {letter.attachments.length === 0 ? null : (
            <p className="prose-column mt-2 text-note text-muted break-words">
              {t('attached', { files: letter.attachments.join(', ') })}
            </p>
          )}
        </div>
      )}
    </>
  );
}
