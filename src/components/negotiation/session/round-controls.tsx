'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Mode } from '@/negotiation/views';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { DeadlineField } from './deadline-field';
import { Fault } from './fault';
import { useChange } from './use-change';
import { instantOf } from './zoned';

interface Round {
  readonly negotiation: string;
  /** As the page shows it: what moved on since is not moved again. */
  readonly seen: number;
}

/** Opens round 1, or the next one. */
export function OpenRound({ negotiation, seen, now }: Round & { readonly now: number }) {
  const t = useTranslations('session.open');
  const client = useClient();
  const zone = useTimeZone() ?? 'UTC';
  const [local, setLocal] = useState('');
  const change = useChange(`${negotiation}/open`, (deadline: string | null, idempotencyKey) =>
    client.round.open.mutate({ negotiation, seen, deadline, idempotencyKey }),
  );
  const round = seen + 1;
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void change.run(instantOf(local, zone));
      }}
    >
      <p className="prose-column">{t(seen === 0 ? 'first' : 'again', { round })}</p>
      <DeadlineField label={t('deadline')} value={local} onChange={setLocal} after={now} />
      <Button type="submit" look="primary" disabled={change.pending}>
        {t('action', { round })}
      </Button>
      <Fault sentence={change.fault} />
    </form>
  );
}

/** Sets the first deadline of the open round, or moves it to a later moment. */
export function MoveDeadline({
  negotiation,
  seen,
  deadline,
  now,
}: Round & { readonly deadline: string | null; readonly now: number }) {
  const t = useTranslations('session.extend');
  const client = useClient();
  const zone = useTimeZone() ?? 'UTC';
  const [local, setLocal] = useState('');
  const change = useChange(`${negotiation}/deadline`, (to: string, idempotencyKey) => {
    const input = { negotiation, seen, deadline: to, idempotencyKey };
    return deadline === null ? client.round.setDeadline.mutate(input) : client.round.extend.mutate(input);
  });
  const instant = instantOf(local, zone);
  const early = instant !== null && deadline !== null && instant <= deadline;
  return (
    <form
      className="space-y-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (instant !== null && (await change.run(instant))) setLocal('');
      }}
    >
      <p className="prose-column">{t(deadline === null ? 'none' : 'says')}</p>
      <DeadlineField
        label={t(deadline === null ? 'set' : 'later')}
        value={local}
        onChange={setLocal}
        after={deadline === null ? now : Date.parse(deadline)}
        since={deadline === null ? 'now' : 'deadline'}
      />
      {early ? <p className="text-note text-out-of-reach">{t('early')}</p> : null}
      <Button type="submit" disabled={change.pending || instant === null || early}>
        {t(deadline === null ? 'setAction' : 'action')}
      </Button>
      <Fault sentence={change.fault} />
    </form>
  );
}

/** Closes the open round now; the dialog says what follows. */
export function CloseRound({
  negotiation,
  seen,
  mode,
  missing,
}: Round & { readonly mode: Mode /** How many have no ballot yet. */; readonly missing: number }) {
  const t = useTranslations('session.close');
  const client = useClient();
  const change = useChange(`${negotiation}/close`, (_: null, idempotencyKey) =>
    client.round.close.mutate({ negotiation, seen, idempotencyKey }),
  );
  return (
    <Confirm
      action={t('action')}
      title={t('title', { round: seen })}
      confirm={t('confirm', { round: seen })}
      pending={change.pending}
      fault={change.fault}
      onConfirm={() => change.run(null)}
    >
      <p>{t('missing', { missing })}</p>
      <p>{t(`mode.${mode}`)}</p>
      <p>{t('after')}</p>
    </Confirm>
  );
}

/** Archives a draft or a concluded negotiation: nothing in it changes any more. */
export function Archive({ negotiation }: { readonly negotiation: string }) {
  const t = useTranslations('session.archive');
  const client = useClient();
  const change = useChange(`${negotiation}/archive`, (_: null, idempotencyKey) =>
    client.negotiation.archive.mutate({ negotiation, idempotencyKey }),
  );
  return (
    <Confirm
      action={t('action')}
      title={t('title')}
      confirm={t('confirm')}
      pending={change.pending}
      fault={change.fault}
      onConfirm={() => change.run(null)}
    >
      <p>{t('says')}</p>
    </Confirm>
  );
}
