import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readAccount, readDemoAccounts } from '../data';
import { DemoAccounts } from './demo-accounts';
import { pathWithin } from './path-within';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** Sign in by e-mail and password; in a demonstration also by one click on any of its accounts. */
export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[] }>;
}) {
  const [{ callbackUrl }, account, accounts, t, c, r, p] = await Promise.all([
    searchParams,
    readAccount(),
    readDemoAccounts(),
    getTranslations('signIn'),
    getTranslations('common'),
    getTranslations('receipt'),
    getTranslations('password'),
  ]);
  const next = pathWithin(callbackUrl);
  return (
    <NextIntlClientProvider messages={{ errors: messages.errors, signIn: messages.signIn }}>
      <header className="mx-auto max-w-[62rem] px-4 pt-6 sm:px-8">
        <Link href="/" className="font-serif text-lead font-semibold no-underline">
          {c('product')}
        </Link>
      </header>
      <div className="mx-auto max-w-[62rem]">
        <Page
          title={t('heading')}
          lead={account.user === null ? undefined : <p>{t('already', { name: account.user.name })}</p>}
        >
          <div className="grid gap-12 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <div>
              <SignInForm next={next} />
              <p className="mt-4">
                <Link href="/forgot">{p('forgot')}</Link>
              </p>
            </div>
            {accounts.length === 0 ? null : <DemoAccounts accounts={accounts} next={next} />}
          </div>
          <p>
            <Link href="/receipt">{r('link')}</Link>
          </p>
        </Page>
      </div>
    </NextIntlClientProvider>
  );
}
