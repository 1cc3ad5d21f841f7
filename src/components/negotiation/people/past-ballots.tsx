'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { PastBallot } from '@/negotiation/views';
import type { BallotFrame } from '../ballot/form';
import { Recorded } from '../ballot/recorded';

/** Who cast what and when for a stakeholder, newest first: for its own delegates. */
export function PastBallots({
  past,
  frame,
  stakeholder,
}: {
  readonly past: readonly PastBallot[];
  readonly frame: BallotFrame;
  readonly stakeholder: string;
}) {
  const t = useTranslations('people.past');
  const format = useFormatter();
  if (past.length === 0) return <p className="text-muted">{t('none', { stakeholder })}</p>;
  return (
    <ol>
      {past.map(({ position, at, kind, by, byMe, counts, ballot }) => (
        <li key={position} className="border-b border-line py-3">
          <p>
            {t(kind, { name: byMe ? t('you') : (by ?? t('somebody')), isMe: byMe ? 'yes' : 'no' })}
            {counts ? <strong className="font-medium"> {t('counts')}</strong> : null}
          </p>
          <p className="text-note text-muted">
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            {' · '}
            {t('position', { position })}
          </p>
          {ballot === null ? null : (
            <Disclosure summary={t('what')}>
              <Recorded body={ballot} frame={frame} stakeholder={stakeholder} />
            </Disclosure>
          )}
        </li>
      ))}
    </ol>
  );
}
