import type { ReactNode } from 'react';

/** Something one click away, without script. */
export function Disclosure({
  summary,
  children,
  open = false,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}) {
  return (
    <details open={open} className="group mt-2">
      <summary className="inline-flex min-h-6 items-center gap-1 text-note text-muted underline decoration-strong underline-offset-3 hover:text-accent">
        {summary}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
