import type { ReactNode } from 'react';

/** A check box with its label, 36 px high. */
export function Check({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (to: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="flex min-h-9 items-start gap-2 py-1.5 text-note">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
