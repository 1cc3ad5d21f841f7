'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

/** What a dialog shows: what scrolls, and below it, always in view, what to do. At the foot of a phone, else in the middle. */
export function DialogSheet({
  title,
  says,
  children,
  actions,
}: {
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
  /** Buttons, with what is to be said beside them. */
  readonly actions: ReactNode;
}) {
  return (
    <Dialog.Portal>
      <Dialog.Backdrop className="fixed inset-0 z-40 bg-ink/60" />
      <Dialog.Popup className="fixed inset-x-2 bottom-2 z-50 flex max-h-[calc(100dvh-1rem)] flex-col border border-strong bg-surface text-ink sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[44rem] sm:max-w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2">
        <div className="min-h-0 overflow-y-auto px-3 pt-5 sm:px-5">
          <Dialog.Title className="text-lead">{title}</Dialog.Title>
          <Dialog.Description className="mt-1 text-note text-muted">{says}</Dialog.Description>
          {children}
        </div>
        <div className="border-t border-line p-3 sm:p-5">{actions}</div>
      </Dialog.Popup>
    </Dialog.Portal>
  );
}
