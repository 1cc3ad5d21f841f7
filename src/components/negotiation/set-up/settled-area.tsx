import { useId, useState } from 'react';

/** A labelled text of several lines that tells of a change when it is left. */
export function SettledArea({
  label,
  hint,
  value,
  rows,
  onSettled,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  readonly onSettled: (text: string) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string } | null>(null);
  const shown = draft?.of === value ? draft.text : value;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        // As tall as what it holds, so that nothing of it is cut off; never less than its rows.
        style={{ fieldSizing: 'content', minHeight: `${rows * 1.5 + 1.125}rem` }}
        className="field py-2"
        value={shown}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => setDraft({ text: target.value, of: value })}
        onBlur={() => {
          if (shown !== value) onSettled(shown);
        }}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-note text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
