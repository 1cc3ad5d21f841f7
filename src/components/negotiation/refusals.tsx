'use client';

import { usePathname } from 'next/navigation';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Button } from '@/components/ui/button';

export interface Refusal {
  readonly sentence: string;
  /** Of the page that it was on. */
  readonly path: string;
}

const LeaveRefusal = createContext<(refusal: Refusal | null) => void>(() => {});

/** How a control that goes leaves its last refusal behind; `null` takes it back. */
export const useLeaveRefusal = () => useContext(LeaveRefusal);

/**
 * Shows what was refused once its control has gone: a page that was behind is read again at a refusal, and often what
 * was asked for is not on it any more. It stays until it is closed, something else is done, or another page is opened.
 */
export function Refusals({ close, children }: { readonly close: string; readonly children: ReactNode }) {
  const [left, setLeft] = useState<Refusal | null>(null);
  const path = usePathname();
  if (left !== null && left.path !== path) setLeft(null);
  return (
    <LeaveRefusal value={setLeft}>
      {children}
      <div
        role="alert"
        className="fixed right-2 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] left-2 z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-control border border-out-of-reach bg-surface px-4 py-3 empty:hidden lg:right-4 lg:bottom-4 lg:left-auto lg:max-w-[44rem] print:hidden"
      >
        {left === null ? null : (
          <>
            <p className="prose-column text-out-of-reach">{left.sentence}</p>
            <Button onClick={() => setLeft(null)}>{close}</Button>
          </>
        )}
      </div>
    </LeaveRefusal>
  );
}
