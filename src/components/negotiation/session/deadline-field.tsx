'use client';

import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { unitOf } from './unit-of';
import { instantOf, localOf } from './zoned';

const DAY = 86_400_000;
const QUICK: readonly number[] = [1, 3, 7, 14];

/** A date and a time in the reader's zone, which it names, and how far off that is. Empty: no deadline. */
export function DeadlineField({
  label,
  value,
  onChange,
  after,
  since = 'now',
  quick = QUICK,
}: {
  readonly label: string;
  /** What the field holds, in the reader's zone. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Quick choices count from here. */
  readonly after: number;
  /** What stands there, by which they are worded. */
  readonly since?: 'now' | 'deadline';
  /** Quick choices, in days. */
  readonly quick?: readonly number[];
}) {
  const t = useTranslations('session.deadline');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const id = useId();
  const instant = instantOf(value, zone);
  const relativeTo = (at: string) => {
    const now = Date.now();
    return format.relativeTime(Date.parse(at), { now, unit: unitOf(Date.parse(at) - now) });
  };
  return (
    <div className="space-y-2">
      <label htmlFor={id} className="block text-note font-medium">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="field max-w-72 text-base"
      />
      <p id={`${id}-says`} className="text-note text-muted" aria-live="polite">
        {instant === null
          ? t('zone', { zone })
          : t('says', {
              at: format.dateTime(new Date(instant), {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                hour: '2-digit',
                minute: '2-digit',
                timeZoneName: 'short',
              }),
              relative: relativeTo(instant),
              zone,
            })}
      </p>
      <p className="flex flex-wrap gap-2">
        {quick.map((days) => (
          <Button key={days} onClick={() => onChange(localOf(after + days * DAY, zone))}>
            {t(`from.${since}`, { days })}
          </Button>
        ))}
      </p>
    </div>
  );
}
