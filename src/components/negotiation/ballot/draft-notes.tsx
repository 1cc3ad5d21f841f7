'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { DraftState } from './use-draft';

/** That the page shows a draft, and the way back to the ballot that counts. */
export function FromDraft({
  savedAt,
  onDiscard,
}: {
  readonly savedAt: string;
  readonly onDiscard: () => void;
}) {
  const t = useTranslations('ballot.draft');
  const format = useFormatter();
  const at = format.dateTime(new Date(savedAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="flex flex-wrap items-center gap-4 border-l-2 border-accent pl-4">
      <p>{t('from', { at })}</p>
      <Button onClick={onDiscard} className="noscript:hidden">
        {t('discard')}
      </Button>
    </div>
  );
}

/** Whether the draft is kept; where another window has changed it, which of the two goes on. */
export function DraftStateLine({ draft }: { readonly draft: DraftState }) {
  const t = useTranslations('ballot.draft');
  if (draft.kind === 'other') {
    return (
      <div
        role="alert"
        data-testid="draft-state"
        className="basis-full border-l-2 border-out-of-reach pl-4 noscript:hidden"
      >
        <p className="prose-column">{t('other')}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button onClick={() => window.location.reload()}>{t('showOther')}</Button>
          <Button onClick={draft.keepMine}>{t('keepMine')}</Button>
        </div>
      </div>
    );
  }
  return (
    <p role="status" data-testid="draft-state" className="text-note text-muted noscript:hidden">
      {draft.kind === 'failed' ? t('failed', { reason: draft.reason }) : t(draft.kind)}
    </p>
  );
}
