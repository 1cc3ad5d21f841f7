'use client';

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';

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
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-ink/40" />
        <Base.Popup className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-control border border-line bg-paper p-6 text-ink">
          <Base.Title className="font-medium text-base">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
