import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { messages } from '@/i18n/messages';
import { readAccount, readInvitation } from '../../data';
import { PlainPage } from '../../plain-page';
import { JoinAs } from './join-as';
import { SignUpForm } from './sign-up-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title'), robots: { index: false } };
}

/** Accepting an invitation: with the account that one has, or with one made on the way. */
export default async function JoinPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const [look, account, t, format] = await Promise.all([
    readInvitation(token),
    readAccount(),
    getTranslations('join'),
    getFormatter(),
  ]);
  if (look === null || look.kind === 'gone') {
    return (
      <PlainPage title={t(look === null ? 'tooManyTitle' : 'goneTitle')}>
        <p className="font-serif text-prose">{t(look === null ? 'tooMany' : 'gone')}</p>
        {look === null ? null : <p>{t('goneJoined')}</p>}
        {look === null ? null : <ButtonLink href="/negotiations">{t('toNegotiations')}</ButtonLink>}
      </PlainPage>
    );
  }
  if (look.kind === 'mine' || look.seated) {
    return (
      <PlainPage title={t('mineTitle')}>
        <p className="font-serif text-prose">{t('mine')}</p>
        <ButtonLink look="primary" href={`/n/${look.negotiation}`}>
          {t('open')}
        </ButtonLink>
      </PlainPage>
    );
  }
  const until = format.dateTime(new Date(look.expiresAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <PlainPage title={look.title}>
      <div>
        <p>{t(`as.${look.role}`, { stakeholder: look.stakeholder ?? '' })}</p>
        <p className="text-note text-muted">{t('until', { until })}</p>
      </div>
      <NextIntlClientProvider
        messages={{ errors: messages.errors, join: messages.join, signIn: messages.signIn }}
      >
        {account.user !== null ? (
          <JoinAs token={token} name={account.user.name} />
        ) : (
          <SignUpForm token={token} address={look.address} hasAccount={look.hasAccount} />
        )}
      </NextIntlClientProvider>
    </PlainPage>
  );
}
