'use client';

import { Slider } from '@base-ui/react/slider';
import { useTranslations } from 'next-intl';
import { drawn, movedTo, wholeSteps } from './interval-geometry';
import { BarGrip, IntervalHandle } from './interval-handle';
import { StillInterval } from './scale-row';
import { ANYTHING, ENDS, type End, type TripleText, tripleText } from './score-text';

const STEPS = { min: 0, max: 100, step: 1, largeStep: 10 } as const;
/** The scale lies between two margins, in which the handles of 0 and 100 stand. A press beside a handle does nothing. */
const CONTROL = 'pointer-events-none flex h-full w-full items-center px-6 select-none';

/**
 * An interval on the scale from 0 to 100, by handles and by its bar: drag, touch, arrow keys, Page Up and Down, Home,
 * End. Low points left, high right, best stands above, so that the three lie side by side where they are equal; the bar
 * moves the whole. Before anything is typed there is none to take hold of. The page without script shows it as a picture.
 */
export function IntervalSlider({
  value,
  nameOf,
  onTriple,
  point = false,
}: {
  readonly value: TripleText;
  /** The accessible name of a handle, or of the bar. */
  readonly nameOf: (end: End | 'whole') => string;
  readonly onTriple: (to: TripleText) => void;
  /** One point: a single handle. */
  readonly point?: boolean;
}) {
  const t = useTranslations('ballot');
  // A handle would stand where nobody has put it.
  if (ENDS.every((end) => value[end] === '')) return <StillInterval ends={ANYTHING} stated={false} />;
  const [low, best, high] = drawn(value);
  const ends: readonly End[] = point ? ['best'] : ENDS;
  // Where the bar is, as a thumb that is as long as it.
  const middle = (low + high) / 2;
  return (
    <>
      {point ? null : (
        <Slider.Root
          {...STEPS}
          // Half points, where the middle of an interval may lie.
          step={0.5}
          value={middle}
          onValueChange={(next, { reason }) => {
            const by = wholeSteps(next - middle, reason === 'drag');
            onTriple(tripleText(...movedTo([low, best, high], best + by)));
          }}
          className="absolute inset-0"
        >
          <Slider.Control className={CONTROL}>
            <Slider.Track className="relative h-full w-full">
              <span
                className="absolute top-1/2 -mt-[5px] h-2.5 min-w-0.5 border border-strong bg-possible"
                style={{ left: `${low}%`, width: `${high - low}%` }}
              />
              <Slider.Thumb
                aria-label={nameOf('whole')}
                getAriaValueText={() => t('intervalText', { low, best, high })}
                className="group/bar pointer-events-auto h-9 cursor-grab touch-none outline-offset-1 outline-accent active:cursor-grabbing has-[:focus-visible]:outline-2"
                style={{
                  insetInlineStart: `min(${low}%, ${middle}% - 12px)`,
                  width: `max(${high - low}%, 24px)`,
                  top: 'calc(50% - 8px)',
                  translate: 'none',
                }}
                data-part="bar"
              >
                <BarGrip />
              </Slider.Thumb>
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      )}
      <Slider.Root
        {...STEPS}
        value={point ? [best] : [low, best, high]}
        onValueChange={([a = 0, b = a, c = b]) => onTriple(point ? tripleText(a) : tripleText(a, b, c))}
        className="pointer-events-none absolute inset-0"
      >
        <Slider.Control className={CONTROL}>
          <Slider.Track className="relative h-full w-full">
            {ends.map((end, index) => (
              <Slider.Thumb
                key={end}
                index={index}
                aria-label={nameOf(end)}
                getAriaValueText={(_, number) => t('valueText', { value: number })}
                className="group/thumb size-0 outline-none"
              >
                <IntervalHandle end={end} />
              </Slider.Thumb>
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </>
  );
}
