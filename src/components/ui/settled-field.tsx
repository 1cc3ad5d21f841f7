import clsx from 'clsx';
import { useId, useState } from 'react';

/** What is being typed over which value, and whether the field was left since. */
interface Draft {
  readonly text: string;
  readonly of: string;
  readonly left: boolean;
}

/**
 * A labelled line of text that tells of a change when it is left or Enter is pressed, so that nobody is corrected
 * while they type. `settle` says what is made of it.
 */
export function SettledField({
  label,
  labelHidden = false,
  value,
  settle = (text) => text,
  faultOf = () => null,
  onSettled,
  invalid = false,
  describedBy,
  inputMode,
  className,
}: {
  readonly label: string;
  /** Where a column or a row says what it is, the label is read aloud alone. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly settle?: (text: string) => string;
  /** Why a text is not taken in; it is told below the field. */
  readonly faultOf?: (text: string) => string | null;
  readonly onSettled: (text: string) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
  readonly className?: string;
}) {
  const id = useId();
  // Stays until the value becomes another: what was refused is not lost, what is being saved does not flicker.
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = draft?.of === value ? draft.text : value;
  const finish = () => {
    if (shown === value) return;
    const settled = settle(shown);
    setDraft({ text: settled, of: value, left: true });
    if (settled !== value && faultOf(settled) === null) onSettled(settled);
  };
  const fault = draft?.left === true && shown !== value ? faultOf(shown) : null;
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block text-note font-medium'}>
        {label}
      </label>
      <input
        id={id}
        className={clsx('field', inputMode === 'numeric' && 'tabular-nums')}
        inputMode={inputMode}
        autoComplete="off"
        value={shown}
        aria-invalid={invalid || fault !== null}
        aria-describedby={fault === null ? describedBy : `${id}-fault`}
        onChange={({ target }) => setDraft({ text: target.value, of: value, left: false })}
        onBlur={finish}
        onKeyDown={({ key }) => {
          if (key === 'Enter') finish();
        }}
      />
      <span
        id={`${id}-fault`}
        role="alert"
        className="block text-left text-note text-out-of-reach empty:hidden"
      >
        {fault}
      </span>
    </div>
  );
}
