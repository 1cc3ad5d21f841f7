'use client';

import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { ReportSchedule } from '@/negotiation/commitment';
import { DeadlineField } from '../session/deadline-field';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { instantOf } from '../session/zoned';
import { useClient } from '../use-client';

/** What agreements use; any number of months can be set through the API. */
const MONTHS = [1, 2, 3, 6, 12] as const;

const QUICK: readonly number[] = [30, 90, 180];

/** When reports are due, for every member; a facilitator sets it. */
export function ReportDates({
  negotiation,
  schedule,
  maySet,
  now,
}: {
  readonly negotiation: string;
  readonly schedule: ReportSchedule | null;
  readonly maySet: boolean;
  readonly now: number;
}) {
  const t = useTranslations('commitments.dates');
  const format = useFormatter();
  const client = useClient();
  const zone = useTimeZone() ?? 'UTC';
  const [local, setLocal] = useState('');
  const [months, setMonths] = useState<number | null>(3);
  const change = useChange(`${negotiation}/report-dates`, (next: ReportSchedule | null, idempotencyKey) =>
    client.commitment.schedule.mutate({ negotiation, schedule: next, idempotencyKey }),
  );
  const first = instantOf(local, zone);
  const early = first !== null && Date.parse(first) <= now;
  return (
    <div className="space-y-4">
      <p>{schedule === null ? t('none') : said(schedule)}</p>
      {maySet ? (
        <form
          className="space-y-4"
          onSubmit={async (event) => {
            event.preventDefault();
            if (first !== null && (await change.run({ first, everyMonths: months }))) setLocal('');
          }}
        >
          <DeadlineField label={t('first')} value={local} onChange={setLocal} after={now} quick={QUICK} />
          {early ? <p className="text-note text-out-of-reach">{t('past')}</p> : null}
          <Field label={t('every')}>
            {(id) => (
              <select
                id={id}
                className="field max-w-72"
                value={months ?? ''}
                onChange={(event) => setMonths(Number(event.currentTarget.value) || null)}
              >
                <option value="">{t('never')}</option>
                {MONTHS.map((each) => (
                  <option key={each} value={each}>
                    {t('months', { months: each })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={change.pending || first === null || early}>
              {t(schedule === null ? 'set' : 'setAnew')}
            </Button>
            {schedule === null ? null : (
              <Button disabled={change.pending} onClick={() => void change.run(null)}>
                {t('stop')}
              </Button>
            )}
          </div>
          <Fault sentence={change.fault} />
        </form>
      ) : null}
    </div>
  );

  function said({ first: date, everyMonths }: ReportSchedule): string {
    const at = format.dateTime(new Date(date), { dateStyle: 'long', timeStyle: 'short' });
    return everyMonths === null
      ? t('once', { first: at })
      : t('repeated', { first: at, months: everyMonths });
  }
}
