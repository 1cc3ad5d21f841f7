'use client';

import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';

/** What a page shows when making it failed: what happened, what was kept, what to do. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations('errors');
  return (
    <Page title={t('errorTitle')} lead={<p className="prose-column font-serif text-prose">{t('error')}</p>}>
      <title>{t('errorTitle')}</title>
      {error.digest === undefined ? null : (
        <p className="text-note text-muted">{t('reference', { digest: error.digest })}</p>
      )}
      <p className="flex flex-wrap gap-3">
        <Button look="primary" onClick={reset}>
          {t('retry')}
        </Button>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </Page>
  );
}
