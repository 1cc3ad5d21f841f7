import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

/** A page for one thing, reached by a link from elsewhere: no rail, and short enough for a telephone's screen. */
export function PlainPage({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <>
      <header className="mx-auto max-w-lg px-4 pt-4">
        <Link href="/" className="font-serif text-prose font-semibold no-underline">
          {t('product')}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-lg space-y-4 px-4 pt-3 pb-10 outline-none">
        <h1 className="text-title">{title}</h1>
        {children}
      </main>
    </>
  );
}
