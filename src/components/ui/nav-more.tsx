'use client';

import { Ellipsis } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { entryClass } from './nav-link';

interface NavMoreProps {
  readonly label: string;
  /** Whether the page one is at is among them. */
  readonly current: boolean;
  /** Entries of a list. */
  readonly children: ReactNode;
}

/**
 * The entries that find no room in the bar, in a list above it. The browser opens it, without script too, closes it at
 * Escape and at a press elsewhere, and gives the focus back.
 */
export function NavMore({ label, current, children }: NavMoreProps) {
  const id = useId();
  return (
    <li className="min-w-0 flex-auto">
      <button type="button" popoverTarget={id} className={entryClass(current)}>
        <Ellipsis aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed top-auto right-2 bottom-[calc(3.75rem+1px+env(safe-area-inset-bottom))] left-auto max-h-[70dvh] w-60 overflow-y-auto rounded-control border border-line bg-surface py-2 text-ink"
      >
        <ul aria-label={label} data-more="">
          {children}
        </ul>
      </div>
    </li>
  );
}
