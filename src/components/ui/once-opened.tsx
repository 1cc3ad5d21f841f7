'use client';

import type { ReactNode } from 'react';
import { useOpened } from './use-opened';

/** Something one click away that takes long to draw: it is drawn when it is first opened, and needs script. */
export function OnceOpened({
  summary,
  children,
  atOnce = false,
  open = false,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Drawn from the start: there is little of it. */
  readonly atOnce?: boolean;
  /** Opened from the start. */
  readonly open?: boolean;
}) {
  const { details, open: drawn, setOpen: setDrawn } = useOpened(atOnce || open);
  return (
    <details
      ref={details}
      open={open}
      className="mt-2"
      onToggle={(event) => event.currentTarget.open && setDrawn(true)}
    >
      <summary className="inline-flex min-h-6 items-center text-note text-muted underline decoration-strong underline-offset-3 hover:text-accent">
        {summary}
      </summary>
      {drawn ? <div className="mt-3">{children}</div> : null}
    </details>
  );
}
