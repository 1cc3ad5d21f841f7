import { type ReactNode, useId } from 'react';

/** A label above its control; the control gets the id. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
