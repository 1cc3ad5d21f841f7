import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Nav } from './nav';
import { Shell } from './shell';

/** The rail of pages that belong to no negotiation. */
export function SiteShell({
  reader,
  unread,
  administrator,
  children,
}: {
  readonly reader: string | null;
  /** Messages that the reader has not read. */
  readonly unread: number;
  /** Whether the reader looks after the installation. */
  readonly administrator: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <Shell
      rail={
        <>
          <Link href="/" className="font-serif text-lead font-semibold no-underline">
            {t('product')}
          </Link>
          {reader === null ? null : <p className="text-note text-muted lg:mt-4">{reader}</p>}
        </>
      }
      nav={
        <Nav
          label={t('nav.main')}
          more={t('nav.more')}
          items={[
            { href: '/negotiations', label: t('nav.negotiations'), icon: 'negotiations' },
            { href: '/inbox', label: t('nav.inbox'), icon: 'inbox', count: unread },
            ...(administrator ? [{ href: '/outbox', label: t('nav.outbox'), icon: 'outbox' as const }] : []),
            { href: '/account', label: t('nav.account'), icon: 'account' },
          ]}
        />
      }
    >
      {children}
    </Shell>
  );
}
