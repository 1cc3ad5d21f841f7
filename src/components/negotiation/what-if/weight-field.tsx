'use client';

import { useEffect, useState } from 'react';
import { readWeight } from './read-weight';

/** A weight as it is typed: what can be read counts. */
export function WeightField({
  label,
  name,
  weight,
  onWeight,
}: {
  readonly label: string;
  /** Read aloud. */
  readonly name: string;
  readonly weight: number;
  readonly onWeight: (weight: number) => void;
}) {
  const [text, setText] = useState(String(weight));
  useEffect(() => setText(String(weight)), [weight]);
  return (
    <label className="text-note text-muted">
      <span className="block w-36 leading-4">{label}</span>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={name}
        aria-invalid={readWeight(text) === null}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          const read = readWeight(value);
          if (read !== null) onWeight(read);
        }}
        className="field min-h-9 w-36 px-2 text-right text-base text-ink tabular-nums"
      />
    </label>
  );
}
