'use client';

import { useTranslations } from 'next-intl';
import { ENDS, type End, readPoints, type TripleText } from './score-text';

/** Low, best and high as numbers with two decimals: what is stated, whatever draws it. */
export function IntervalNumbers({
  value,
  nameOf,
  onEnd,
  fieldOf,
  point = false,
  leftOut = false,
}: {
  readonly value: TripleText;
  /** The accessible name of a number. */
  readonly nameOf: (end: End) => string;
  readonly onEnd: (end: End, to: string) => void;
  /** The name under which a page without script sends it. */
  readonly fieldOf?: (end: End) => string;
  /** One point: a single number. */
  readonly point?: boolean;
  /** Nothing is stated, so that an empty field is no mistake. */
  readonly leftOut?: boolean;
}) {
  const t = useTranslations('ballot');
  const ends: readonly End[] = point ? ['best'] : ENDS;
  return (
    <div className="flex gap-2">
      {ends.map((end) => (
        <label key={end} className="text-note text-muted">
          <span className="block">{point ? t('pinned') : t(end)}</span>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={nameOf(end)}
            aria-invalid={!leftOut && readPoints(value[end]) === null}
            name={fieldOf?.(end)}
            value={value[end]}
            onChange={(event) => onEnd(end, event.currentTarget.value)}
            className="field min-h-9 w-16 px-2 text-right text-base text-ink tabular-nums"
          />
        </label>
      ))}
    </div>
  );
}
