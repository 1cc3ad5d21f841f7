'use client';

import { Slider } from '@base-ui/react/slider';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Mark } from '@/audit/timeline';
import { Disclosure } from '@/components/ui/disclosure';
import { GoTo } from './go-to';
import { useMoment } from './moment-text';
import type { Overview } from './orders';
import { PositionField } from './position-field';

/** More ways to jump than this would hide the slider's picture below them. */
const SHOWN = 8;

/** Every position of the history on one line, with rounds and briefings as marks; by drag, by key, or typed. */
export function PositionSlider({
  overview,
  position,
  onPosition,
}: {
  readonly overview: Overview;
  readonly position: number;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room');
  const when = useMoment();
  const { size, marks, instants } = overview;
  const last = size - 1;
  const step = Math.max(2, Math.round(size / 20));
  const place = (at: number) => `${last === 0 ? 0 : (100 * at) / last}%`;
  const jumps = (
    <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label={t('jump')}>
      {marks.map((mark) => (
        <li key={mark.position}>
          <GoTo position={mark.position} onPosition={onPosition}>
            {markWords(mark, t)} <span className="text-muted tabular-nums">({mark.position})</span>
          </GoTo>
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      <Slider.Root
        value={position}
        min={0}
        max={Math.max(1, last)}
        step={1}
        largeStep={step}
        onValueChange={(next) => onPosition(Math.min(last, typeof next === 'number' ? next : (next[0] ?? 0)))}
      >
        <Slider.Control className="flex h-14 w-full touch-pan-y items-center px-3 select-none">
          <Slider.Track className="relative h-0.5 w-full bg-strong">
            {marks.map((mark) => (
              <span
                key={mark.position}
                aria-hidden="true"
                className={clsx('absolute w-px', MARK[mark.type])}
                style={{ left: place(mark.position) }}
              />
            ))}
            <Slider.Thumb
              aria-label={t('position.slider')}
              getAriaValueText={(_, at) =>
                t('position.valueText', { position: at, last, at: when(instants[at] ?? '') })
              }
              className="size-6 rounded-full border-2 border-paper bg-accent outline-none has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-accent"
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <p className="text-note text-muted">{t('position.keys', { step })}</p>
      <div className="mt-3 flex flex-wrap items-start gap-x-8 gap-y-3">
        <PositionField
          label={t('position.typed', { last })}
          value={position}
          last={last}
          onPosition={onPosition}
        />
        <div className="min-w-0 flex-1 basis-64">
          {marks.length > SHOWN ? (
            <Disclosure summary={t('jump')}>{jumps}</Disclosure>
          ) : (
            <>
              <p className="mb-1 text-note font-medium">{t('jump')}</p>
              {jumps}
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Rounds reach both ways, briefings hang below, so that they can be told apart without colour. */
const MARK = {
  'round.opened': '-top-2.5 h-5 bg-ink',
  'round.closed': '-top-2.5 h-5 bg-strong',
  'briefing.published': 'top-0 h-2.5 bg-ink',
  'negotiation.concluded': '-top-2.5 h-5 bg-ink',
} as const;

const KIND = {
  'round.opened': 'opened',
  'round.closed': 'closed',
  'briefing.published': 'briefing',
  'negotiation.concluded': 'concluded',
} as const;

function markWords({ type, what }: Mark, t: ReturnType<typeof useTranslations<'room'>>): string {
  return t('mark', { type: KIND[type], what });
}
