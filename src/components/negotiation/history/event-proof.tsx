'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOpened } from '@/components/ui/use-opened';
import type { Receipt } from '@/ledger/receipt';
import type { HistoryProof } from '@/negotiation/history';
import { useTRPC } from '../ballot/trpc';
import { Bytes } from './bytes';
import { SaveLink } from './save-link';

/** An event's bytes and the proof that they are in the log: one click away, and fetched then. */
export function EventProof({
  negotiation,
  position,
  open: initially = false,
  onToggle,
}: {
  readonly negotiation: string;
  readonly position: number;
  /** As it was when the event was last in the document. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
}) {
  const t = useTranslations('history.proof');
  const trpc = useTRPC();
  const { details, open, setOpen } = useOpened(initially);
  const { data, isError, refetch } = useQuery({
    ...trpc.history.proof.queryOptions({ negotiation, position }),
    enabled: open,
  });
  return (
    <details
      ref={details}
      open={open}
      className="mt-1"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        onToggle?.(currentTarget.open);
        if (currentTarget.open && isError) void refetch();
      }}
    >
      <summary
        aria-label={t('of', { position })}
        className="inline-flex min-h-6 items-center text-note text-muted underline decoration-strong underline-offset-3 hover:text-accent"
      >
        {t('summary')}
      </summary>
      <div aria-live="polite" className="mt-2 min-h-6 space-y-3 text-note">
        {data !== undefined ? (
          <Proved negotiation={negotiation} proved={data} />
        ) : (
          <p className={isError ? 'text-out-of-reach' : 'text-muted'}>
            {isError ? t('failed') : t('loading')}
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
