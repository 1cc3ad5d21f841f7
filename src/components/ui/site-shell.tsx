import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Nav } from './nav';
import { Shell } from './shell';

/** The rail of pages that belong to no negotiation. */
export function SiteShell({
  reader,
  children,
}: {
  readonly reader: string | null;
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
            { href: '/account', label: t('nav.account'), icon: 'account' },
          ]}
        />
      }
    >
      {children}
    </Shell>
  );
}
