'use client';

import { useMutation } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { useTRPC } from '../ballot/trpc';
import { DeadlineField } from '../session/deadline-field';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { instantOf, localOf } from '../session/zoned';
import type { NamedDeputy } from './members';

interface Period {
  readonly deputy: string;
  readonly from: string;
  readonly until: string;
}

const WEEK = 7 * 86_400_000;

/** Hands a stakeholder's word over to another member for a period, and takes it back. */
export function HandOver({
  negotiation,
  stakeholder,
  people,
  deputies,
  now,
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  /** Members who do not speak for the stakeholder already. */
  readonly people: readonly { readonly pseudonym: string; readonly name: string }[];
  readonly deputies: readonly NamedDeputy[];
  readonly now: number;
}) {
  const t = useTranslations('people.deputy');
  const trpc = useTRPC();
  const zone = useTimeZone() ?? 'UTC';
  const [deputy, setDeputy] = useState(people[0]?.pseudonym ?? '');
  const [from, setFrom] = useState(() => localOf(now, zone));
  const [until, setUntil] = useState(() => localOf(now + WEEK, zone));
  const deputise = useMutation(trpc.member.deputise.mutationOptions());
  const change = useChange(`${negotiation}/deputy/${stakeholder}`, (period: Period, idempotencyKey) =>
    deputise.mutateAsync({ negotiation, stakeholder, idempotencyKey, ...period }),
  );
  const period = { from: instantOf(from, zone), until: instantOf(until, zone) };
  const send = () => {
    if (period.from === null || period.until === null) return;
    return change.run({ deputy, from: period.from, until: period.until });
  };
  return (
    <div className="max-w-xl space-y-4">
      {deputies.map(({ pseudonym, name, from: since }) => (
        <p key={pseudonym} className="flex flex-wrap items-center justify-between gap-3">
          {name ?? pseudonym}
          <Button
            disabled={change.pending}
            onClick={() => change.run({ deputy: pseudonym, from: since, until: since })}
          >
            {t('takeBack')}
          </Button>
        </p>
      ))}
      {people.length === 0 ? (
        <p className="text-muted">{t('nobody')}</p>
      ) : (
        <>
          <Choice
            label={t('who')}
            value={deputy}
            options={people.map(({ pseudonym, name }) => ({ value: pseudonym, label: name }))}
            onChoose={setDeputy}
          />
          <DeadlineField label={t('from')} value={from} onChange={setFrom} after={now} />
          <DeadlineField label={t('until')} value={until} onChange={setUntil} after={now} />
          <Button disabled={change.pending || period.from === null || period.until === null} onClick={send}>
            {t('handOver')}
          </Button>
        </>
      )}
      <Fault sentence={change.fault} />
    </div>
  );
}
