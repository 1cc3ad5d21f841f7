'use client';

import { type ReactNode, useId } from 'react';
import { Modal } from './modal';

/**
 * What a dialog shows: what scrolls, and below it, always in view, what to do. At the foot of a phone, else in the
 * middle. Shown for as long as it is rendered; Escape and a press beside it ask for its end.
 */
export function DialogSheet({
  title,
  says,
  children,
  actions,
  onClose,
}: {
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
  /** Buttons, with what is to be said beside them. */
  readonly actions: ReactNode;
  readonly onClose: () => void;
}) {
  const id = useId();
  return (
    <Modal
      light
      labelledBy={id}
      describedBy={`${id}-says`}
      onClose={onClose}
      className="fixed inset-x-2 top-auto bottom-2 m-0 flex max-h-[calc(100dvh-1rem)] w-auto max-w-none flex-col border border-strong bg-surface text-ink backdrop:bg-ink/60 sm:inset-0 sm:m-auto sm:w-[44rem] sm:max-w-[calc(100vw-2rem)]"
    >
      <div className="min-h-0 overflow-y-auto overscroll-contain px-3 pt-5 sm:px-5">
        <h2 id={id} className="text-lead">
          {title}
        </h2>
        <p id={`${id}-says`} className="mt-1 text-note text-muted">
          {says}
        </p>
        {children}
      </div>
      <div className="border-t border-line p-3 sm:p-5">{actions}</div>
    </Modal>
  );
}
