'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface ModalProps {
  readonly onClose: () => void;
  readonly role?: 'alertdialog';
  /** Ids of its title, and of what describes it. */
  readonly labelledBy: string;
  readonly describedBy?: string;
  /** Whether a press beside it closes it too. */
  readonly light?: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * The browser's own dialog, which keeps the focus inside, closes at Escape and gives the focus back. Shown for as long as
 * it is rendered, at the end of the page, whatever it was opened in.
 */
export function Modal({
  onClose,
  role,
  labelledBy,
  describedBy,
  light = false,
  className,
  children,
}: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Only closing gives the focus back; being taken out of the page does not.
    return () => element?.close();
  }, []);
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClose={() => {
        // In development React mounts twice: what closed between is open again.
        if (dialog.current?.open !== true) onClose();
      }}
      onClick={(event) => {
        // What is beside it counts as its own; its children cover the rest.
        if (light && event.target === event.currentTarget) onClose();
      }}
      className={className}
    >
      {children}
    </dialog>,
    document.body,
  );
}
