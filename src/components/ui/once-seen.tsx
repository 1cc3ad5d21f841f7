'use client';

import { type ReactNode, Suspense, useRef } from 'react';
import { useSeen } from './use-seen';

/** Something that is fetched and drawn when it first comes into view, and needs script. `className` keeps its room. */
export function OnceSeen({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  return (
    <div ref={frame} className={className}>
      {seen ? <Suspense>{children}</Suspense> : null}
    </div>
  );
}
