'use client';

import { Popover } from '@base-ui/react/popover';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { entryClass } from './nav-link';

interface NavMoreProps {
  readonly label: string;
  /** Whether the page one is at is among them. */
  readonly current: boolean;
  /** Entries of a list. */
  readonly children: ReactNode;
}

/** The entries that find no room in the bar, in a list above it. */
export function NavMore({ label, current, children }: NavMoreProps) {
  return (
    <li className="min-w-0 flex-auto">
      <Popover.Root>
        <Popover.Trigger className={entryClass(current)}>
          <Ellipsis aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
          {label}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner side="top" align="end" sideOffset={4} collisionPadding={8} className="z-40">
            <Popover.Popup
              aria-label={label}
              className="max-h-[70dvh] w-60 overflow-y-auto rounded-control border border-line bg-surface py-2 text-ink"
            >
              <ul data-more="">{children}</ul>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </li>
  );
}
