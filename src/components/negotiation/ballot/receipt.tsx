'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useClient } from '../use-client';

export interface Cast {
  readonly position: number;
  readonly checkpoint: string;
}

/** What whoever casts a ballot gets at once (ledger.md §2): its position, the signed checkpoint, the receipt as a file. */
export function Receipt({
  negotiation,
  cast,
  changes,
  onAgain,
}: {
  readonly negotiation: string;
  readonly cast: Cast;
  /** What it says otherwise than the one that it replaced. */
  readonly changes?: ReactNode;
  readonly onAgain: () => void;
}) {
  const t = useTranslations('ballot.receipt');
  const client = useClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => heading.current?.focus(), []);

  const download = async () => {
    setFailed(false);
    try {
      const receipt = await client.ballot.receipt.query({ negotiation, position: cast.position });
      save(`parley-receipt-${negotiation}-${cast.position}.json`, JSON.stringify(receipt));
    } catch {
      setFailed(true);
    }
  };

  return (
    <section aria-labelledby="receipt-title" data-testid="receipt" data-position={cast.position}>
      <h2 id="receipt-title" ref={heading} tabIndex={-1} className="text-title outline-none">
        {t('title')}
      </h2>
      <p className="prose-column mt-3 font-serif text-prose">{t('says', { position: cast.position })}</p>
      <p className="prose-column mt-2">{t('mind')}</p>
      {changes == null ? null : <div className="mt-4">{changes}</div>}
      <p className="prose-column mt-4 text-muted">{t('what')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="primary" onClick={download}>
          {t('download')}
        </Button>
        <ButtonLink href={`/n/${negotiation}/results`}>{t('results')}</ButtonLink>
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
      <p className="mt-3">{t.rich('check', { link: (words) => <Link href="/receipt">{words}</Link> })}</p>
      <p role="alert" className="min-h-6 text-note text-out-of-reach">
        {failed ? t('failed') : null}
      </p>
      <h3 className="mt-4 font-sans text-note font-semibold text-muted">{t('checkpoint')}</h3>
      <pre className="mt-1 border border-line bg-surface p-3 text-note whitespace-pre-wrap [overflow-wrap:anywhere]">
        {cast.checkpoint}
      </pre>
    </section>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
