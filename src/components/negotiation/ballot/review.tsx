'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
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
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        look="primary"
        className="noscript:hidden"
        aria-haspopup="dialog"
        disabled={disabled || body === null}
        onClick={() => {
          setOpen(true);
          onLook();
        }}
      >
        {t('open')}
      </Button>
      {open ? (
        <DialogSheet
          title={t('title')}
          says={t('says')}
          onClose={close}
          actions={
            <>
              <p role="alert" className="text-note text-out-of-reach">
                {failure === null ? null : t('failed', { reason: failure })}
              </p>
              <div className="flex flex-wrap justify-end gap-3">
                <Button onClick={close}>{t('back')}</Button>
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
      ) : null}
    </>
  );
}
