import type { ReactNode } from 'react';

/** Looks like a link, since it leads somewhere: to a position, without leaving the page. */
export function GoTo({
  position,
  onPosition,
  children,
}: {
  readonly position: number;
  readonly onPosition: (position: number) => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={() => onPosition(position)}
      className="min-h-6 text-left text-note underline decoration-strong underline-offset-3 hover:text-accent"
    >
      {children}
    </button>
  );
}
