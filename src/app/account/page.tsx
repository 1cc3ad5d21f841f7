import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { THEME_COOKIE, themeOf } from '@/components/ui/theme';
import { ThemeChoice } from '@/components/ui/theme-choice';
import { messages } from '@/i18n/messages';
import { readLetterChoices, readMyAccount, readReader, readSeatsLeftEmpty } from '../data';
import { ReaderShell } from '../reader-shell';
import { Address } from './address';
import { DeleteAccount } from './delete-account';
import { ExportAccount } from './export-account';
import { LetterChoices } from './letter-choices';
import { Password } from './password';
import { SignOut } from './sign-out';
import { TimeZoneChoice } from './time-zone-choice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** Who I am, what letters and pages are like, and how to end my sessions or leave. */
export default async function AccountPage() {
  const reader = await readReader('/account');
  const [t, jar, seats, mine, letters] = await Promise.all([
    getTranslations('account'),
    cookies(),
    readSeatsLeftEmpty(),
    readMyAccount(),
    readLetterChoices(),
  ]);
  return (
    <NextIntlClientProvider
      messages={{
        errors: messages.errors,
        account: messages.account,
        common: { theme: messages.common.theme },
      }}
    >
      <ReaderShell>
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
          <Section id="time-zone" title={t('timeZone.title')}>
            <TimeZoneChoice chosen={mine.timeZone} zones={Intl.supportedValuesOf('timeZone')} />
          </Section>
          <Section id="letters" title={t('letters.title')}>
            <LetterChoices choices={letters} />
          </Section>
          <Section id="address" title={t('address.title')}>
            <Address claimed={mine.claimedEmail} isFirst={mine.email === null} />
          </Section>
          <Section id="password" title={t('password.title')}>
            <Password />
          </Section>
          <Section id="sessions" title={t('sessionsTitle')}>
            <SignOut />
          </Section>
          <Section id="export" title={t('export.title')}>
            <ExportAccount />
          </Section>
          <Section id="delete" title={t('delete.title')}>
            <DeleteAccount seats={seats} />
          </Section>
        </Page>
      </ReaderShell>
    </NextIntlClientProvider>
  );
}
