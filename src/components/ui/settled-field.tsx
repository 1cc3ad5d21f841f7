import clsx from 'clsx';
import { type ReactNode, useId, useState } from 'react';

/**
 * A labelled line of text that tells of a change when it is left or Enter is pressed, so that nobody is corrected
 * while they type. `settle` says what is made of it.
 */
export function SettledField({
  label,
  value,
  settle = (text) => text,
  onSettled,
  invalid = false,
  describedBy,
  inputMode,
  className,
  unit,
}: {
  readonly label: string;
  readonly value: string;
  readonly settle?: (text: string) => string;
  readonly onSettled: (text: string) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
  readonly className?: string;
  readonly unit?: ReactNode;
}) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const finish = () => {
    if (draft === null) return;
    const settled = settle(draft);
    setDraft(null);
    if (settled !== value) onSettled(settled);
  };
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={id}
          className={clsx('field', inputMode === 'numeric' && 'tabular-nums')}
          inputMode={inputMode}
          autoComplete="off"
          value={draft ?? value}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={finish}
          onKeyDown={({ key }) => {
            if (key === 'Enter') finish();
          }}
        />
        {unit}
      </span>
    </div>
  );
}
