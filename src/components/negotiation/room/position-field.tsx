'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';

/** A position to type: taken with Enter or on leaving the field, and only where there is such a position. */
export function PositionField({
  label,
  value,
  last,
  onPosition,
}: {
  readonly label: string;
  readonly value: number;
  readonly last: number;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room.position');
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const typed = /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
  const valid = typed !== null && typed <= last;
  const take = () => {
    if (valid && typed !== value) onPosition(typed);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : `${id}-fault`}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
        className="field w-32 text-right tabular-nums"
      />
      {valid ? null : (
        <p id={`${id}-fault`} className="mt-1 text-note text-out-of-reach">
          {t('invalid', { last })}
        </p>
      )}
    </div>
  );
}
