'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Receipt } from '@/ledger/receipt';
import type { HistoryProof } from '@/negotiation/history';
import { Bytes } from './bytes';
import { SaveLink } from './save-link';
import type { Answer } from './use-answers';

/** An event's bytes and the proof that they are in the log: one click away, and fetched then. */
export function EventProof({
  negotiation,
  position,
  open,
  proof,
  onToggle,
}: {
  readonly negotiation: string;
  readonly position: number;
  readonly open: boolean;
  readonly proof: Answer<HistoryProof> | undefined;
  readonly onToggle: (open: boolean) => void;
}) {
  const t = useTranslations('history.proof');
  return (
    <details open={open} className="mt-1" onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary
        aria-label={t('of', { position })}
        className="inline-flex min-h-6 items-center text-note text-muted underline decoration-strong underline-offset-3 hover:text-accent"
      >
        {t('summary')}
      </summary>
      <div aria-live="polite" className="mt-2 min-h-6 space-y-3 text-note">
        {proof?.kind === 'known' ? (
          <Proved negotiation={negotiation} proved={proof.value} />
        ) : (
          <p className={proof?.kind === 'failed' ? 'text-out-of-reach' : 'text-muted'}>
            {proof?.kind === 'failed' ? t('failed') : t('loading')}
          </p>
        )}
      </div>
    </details>
  );
}

function Proved({ negotiation, proved }: { readonly negotiation: string; readonly proved: HistoryProof }) {
  const t = useTranslations('history.proof');
  const { position, event, texts, hash, proof, size, checkpoint } = proved;
  return (
    <>
      <Part title={t('bytes')}>{event === null ? <p>{t('noBytes')}</p> : <Bytes>{event}</Bytes>}</Part>
      {texts.length === 0 ? null : (
        <Part title={t('texts')}>
          {texts.map(({ hash: salted, salt, text }) => (
            <Bytes key={salted}>{JSON.stringify({ salt, text })}</Bytes>
          ))}
        </Part>
      )}
      <Part title={t('hash')}>
        <Bytes>{hash}</Bytes>
      </Part>
      <Part title={t('path', { size })}>
        {proof.length === 0 ? <p>{t('emptyPath')}</p> : <Bytes>{proof.join('\n')}</Bytes>}
      </Part>
      <Part title={t('checkpoint')}>
        <Bytes>{checkpoint}</Bytes>
      </Part>
      {event === null ? null : (
        <p>
          <SaveLink
            name={`parley-receipt-${negotiation}-${position}.json`}
            type="application/json"
            text={JSON.stringify({
              format: 'parley-receipt/1',
              position,
              event,
              proof,
              checkpoint,
            } satisfies Receipt)}
          >
            {t('receipt')}
          </SaveLink>{' '}
          <span className="text-muted">{t('receiptHint')}</span>
        </p>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="font-sans font-medium">{title}</h3>
      {children}
    </div>
  );
}
