'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DialogSheet } from '@/components/ui/dialog-sheet';
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
      <DialogSheet
        title={t('title')}
        says={t('says')}
        actions={
          <>
            <p role="alert" className="text-note text-out-of-reach">
              {failure === null ? null : t('failed', { reason: failure })}
            </p>
            <div className="flex flex-wrap justify-end gap-3">
              <Dialog.Close render={<Button />}>{t('back')}</Dialog.Close>
              <Button look="primary" disabled={casting || body === null} onClick={onCast}>
                {casting ? t('casting') : t('cast')}
              </Button>
            </div>
          </>
        }
      >
        <div className="mt-4 space-y-6 pb-5">
          {changes}
          {body === null ? null : <Recorded body={body} frame={frame} stakeholder={stakeholder} />}
        </div>
      </DialogSheet>
    </Dialog.Root>
  );
}
