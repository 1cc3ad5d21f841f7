import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A check box with its label, 36 px high. */
export function Check({
  checked,
  onChange,
  children,
  name,
  className,
}: {
  readonly checked: boolean;
  readonly onChange: (to: boolean) => void;
  readonly children: ReactNode;
  /** Under which a page without script sends it. */
  readonly name?: string;
  readonly className?: string;
}) {
  return (
    <label className={clsx('flex min-h-9 items-start gap-2 py-1.5 text-note', className)}>
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
