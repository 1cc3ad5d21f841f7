'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { BallotBody } from '@/negotiation/file/model';
import type { BallotFrame } from './form';
import { Recorded } from './recorded';

/** The last step before casting: what will be recorded, what that changes, and whether it was acknowledged. */
export function Review({
  body,
  changes,
  frame,
  stakeholder,
  disabled,
  casting,
  failure,
  onLook,
  onCast,
}: {
  readonly body: BallotBody | null;
  /** Against the ballot that counts. */
  readonly changes: ReactNode;
  readonly frame: BallotFrame;
  readonly stakeholder: string;
  readonly disabled: boolean;
  readonly casting: boolean;
  /** Why the last attempt was not acknowledged. */
  readonly failure: string | null;
  readonly onLook: () => void;
  readonly onCast: () => void;
}) {
  const t = useTranslations('ballot.review');
  return (
    <Dialog.Root onOpenChange={(isOpen) => (isOpen ? onLook() : undefined)}>
      <Dialog.Trigger
        disabled={disabled || body === null}
        render={<Button look="primary" className="noscript:hidden" />}
      >
        {t('open')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-ink/60" />
        <Dialog.Popup className="fixed inset-x-2 bottom-2 z-50 flex max-h-[calc(100dvh-1rem)] flex-col border border-strong bg-surface text-ink sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[44rem] sm:max-w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2">
          <div className="min-h-0 overflow-y-auto px-5 pt-5">
            <Dialog.Title className="text-lead">{t('title')}</Dialog.Title>
            <Dialog.Description className="mt-1 mb-4 text-note text-muted">{t('says')}</Dialog.Description>
            <div className="space-y-6 pb-5">
              {changes}
              {body === null ? null : <Recorded body={body} frame={frame} stakeholder={stakeholder} />}
            </div>
          </div>
          <div className="border-t border-line p-5">
            <p role="alert" className="text-note text-out-of-reach">
              {failure === null ? null : t('failed', { reason: failure })}
            </p>
            <div className="flex flex-wrap justify-end gap-3">
              <Dialog.Close render={<Button />}>{t('back')}</Dialog.Close>
              <Button look="primary" disabled={casting || body === null} onClick={onCast}>
                {casting ? t('casting') : t('cast')}
              </Button>
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
