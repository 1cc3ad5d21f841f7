import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { SiteShell } from '@/components/ui/site-shell';
import { THEME_COOKIE, themeOf } from '@/components/ui/theme';
import { ThemeChoice } from '@/components/ui/theme-choice';
import { messages } from '@/i18n/messages';
import { readReader, readSeatsLeftEmpty } from '../data';
import { DeleteAccount } from './delete-account';
import { SignOut } from './sign-out';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** Who I am, how the pages look, and how to end my sessions. */
export default async function AccountPage() {
  const reader = await readReader('/account');
  const [t, jar, seats] = await Promise.all([getTranslations('account'), cookies(), readSeatsLeftEmpty()]);
  return (
    <NextIntlClientProvider
      messages={{
        errors: messages.errors,
        account: messages.account,
        common: { theme: messages.common.theme },
      }}
    >
      <SiteShell reader={reader.name}>
        <Page title={t('title')}>
          <dl className="grid max-w-md grid-cols-[6rem_minmax(0,1fr)] gap-y-2">
            <dt className="text-muted">{t('name')}</dt>
            <dd>{reader.name}</dd>
            <dt className="text-muted">{t('email')}</dt>
            <dd className="break-all">{reader.email}</dd>
          </dl>
          <Section id="theme" title={t('themeTitle')}>
            <ThemeChoice theme={themeOf(jar.get(THEME_COOKIE)?.value)} legend={t('themeTitle')} />
            <p className="mt-2 text-note text-muted">{t('themeSays')}</p>
          </Section>
          <Section id="sessions" title={t('sessionsTitle')}>
            <SignOut />
          </Section>
          <Section id="delete" title={t('delete.title')}>
            <DeleteAccount seats={seats} />
          </Section>
        </Page>
      </SiteShell>
    </NextIntlClientProvider>
  );
}
