'use client';

import { Slider } from '@base-ui/react/slider';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ENDS, type End, readPoints, type TripleText, tripleText } from './score-text';

/**
 * One interval on the scale from 0 to 100, by three handles (drag, touch, arrow keys, Page Up and Down) and by three
 * numbers with two decimals. The handles lie side by side where the three are equal: low points left, high right,
 * best stands above.
 */
export function IntervalField({
  value,
  nameOf,
  onTriple,
  onEnd,
  today,
  point = false,
}: {
  readonly value: TripleText;
  /** The accessible name of a handle or a number. */
  readonly nameOf: (end: End) => string;
  readonly onTriple: (to: TripleText) => void;
  readonly onEnd: (end: End, to: string) => void;
  /** The default's best guess, marked on the scale. */
  readonly today: number | null;
  /** One point: a single handle and number. */
  readonly point?: boolean;
}) {
  const t = useTranslations('ballot');
  const numbers = ENDS.map((end) => readPoints(value[end]) ?? 0);
  const shown = point ? [numbers[1] ?? 0] : [...numbers].sort((a, b) => a - b);
  const ends: readonly End[] = point ? ['best'] : ENDS;
  return (
    <div className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <Slider.Root
        value={shown}
        min={0}
        max={100}
        step={1}
        largeStep={10}
        onValueChange={(next) => {
          const [low = 0, best = low, high = best] = typeof next === 'number' ? [next] : next;
          onTriple(point ? tripleText(low) : tripleText(low, best, high));
        }}
      >
        <Slider.Control className="flex h-14 w-full touch-pan-y items-center px-6 select-none">
          <Slider.Track className="relative h-0.5 w-full bg-line before:absolute before:-top-1 before:left-0 before:h-2.5 before:w-px before:bg-strong after:absolute after:-top-1 after:right-0 after:h-2.5 after:w-px after:bg-strong">
            {/* Base UI writes the track's own height into the style. */}
            <Slider.Indicator className="border border-strong bg-possible" style={{ height: 10, top: -4 }} />
            {today === null ? null : (
              <span
                aria-hidden="true"
                className="absolute -top-4 h-9 w-px bg-ink"
                style={{ left: `${today}%` }}
              />
            )}
            {ends.map((end, index) => (
              <Slider.Thumb
                key={end}
                index={index}
                aria-label={nameOf(end)}
                getAriaValueText={(_, number) => t('valueText', { value: number })}
                className={clsx(
                  'group size-6 outline-none has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-accent',
                  end === 'low' && '-ml-3',
                  end === 'high' && 'ml-3',
                  end === 'best' && '-mt-4',
                )}
              >
                <Handle end={end} />
              </Slider.Thumb>
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <div className="flex gap-2 pl-1 sm:pl-0">
        {ends.map((end) => (
          <label key={end} className="text-note text-muted">
            <span className="block leading-4">{point ? t('pinned') : t(end)}</span>
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              aria-label={nameOf(end)}
              aria-invalid={readPoints(value[end]) === null}
              value={value[end]}
              onChange={(event) => onEnd(end, event.currentTarget.value)}
              className="field min-h-9 w-[4.5rem] px-2 text-right text-base text-ink tabular-nums"
            />
          </label>
        ))}
      </div>
    </div>
  );
}

/** Low: a flag to the left of its value. High: to the right. Best: a dot on a stem above it. */
function Handle({ end }: { readonly end: End }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="block cursor-grab">
      {end === 'low' ? (
        <path d="M24 4 V20 H13 L8 12 L13 4 Z" className="fill-surface stroke-ink" strokeWidth="1.5" />
      ) : null}
      {end === 'high' ? (
        <path d="M0 4 V20 H11 L16 12 L11 4 Z" className="fill-surface stroke-ink" strokeWidth="1.5" />
      ) : null}
      {end === 'best' ? (
        <>
          <line x1="12" y1="12" x2="12" y2="24" className="stroke-necessary" strokeWidth="2" />
          <circle cx="12" cy="9" r="7" className="fill-necessary" />
        </>
      ) : null}
    </svg>
  );
}
