import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { PlainPage } from './plain-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('notFoundTitle') };
}

/** Also what a negotiation answers to whoever is not a member of it: existing and not existing look alike. */
export default async function NotFound() {
  const t = await getTranslations('errors');
  return (
    <div data-without-times="">
      <PlainPage title={t('notFoundTitle')}>
        <p className="font-serif text-prose">{t('notFound')}</p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href="/negotiations" look="primary">
            {t('negotiations')}
          </ButtonLink>
          <ButtonLink href="/">{t('home')}</ButtonLink>
        </p>
      </PlainPage>
    </div>
  );
}
