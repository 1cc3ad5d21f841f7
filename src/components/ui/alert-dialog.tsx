'use client';

import { type ReactNode, useId } from 'react';
import { Modal } from './modal';

interface AlertDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

/** A question that must be answered before anything else: closed by its own buttons and by Escape. */
export function AlertDialog({ open, onOpenChange, trigger, title, children }: AlertDialogProps) {
  const id = useId();
  return (
    <>
      {trigger}
      {open ? (
        <Modal
          role="alertdialog"
          labelledBy={id}
          onClose={() => onOpenChange(false)}
          className="m-auto max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] max-w-none overflow-y-auto rounded-control border border-line bg-paper p-6 text-ink backdrop:bg-ink/40"
        >
          <h2 id={id} className="font-medium text-base">
            {title}
          </h2>
          {children}
        </Modal>
      ) : null}
    </>
  );
}
