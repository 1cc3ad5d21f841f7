import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Deadline } from '@/components/negotiation/deadline';
import { HatchPattern } from '@/components/negotiation/hatch';
import { stakeholderName } from '@/components/negotiation/labels';
import { LiveStanding } from '@/components/negotiation/live-standing';
import { pagesOf } from '@/components/negotiation/pages-of';
import { Refusals } from '@/components/negotiation/refusals';
import { RestoredNotice } from '@/components/negotiation/restored-notice';
import { RoleWords } from '@/components/negotiation/role-words';
import { Link } from '@/components/ui/link';
import { Nav } from '@/components/ui/nav';
import { Shell } from '@/components/ui/shell';
import { messages } from '@/i18n/messages';
import { readAccount, readNegotiation, readUnread } from '../../data';

/** The rail of a negotiation: which one, its round and deadline, who I am in it, and whether the page is live. */
export default async function NegotiationLayout({
  children,
  params,
}: {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly negotiation: string }>;
}) {
  const { negotiation } = await params;
  const view = await readNegotiation(negotiation);
  const [account, unread, t] = await Promise.all([readAccount(), readUnread(), getTranslations('common')]);
  const root = `/n/${negotiation}`;
  return (
    <NextIntlClientProvider
      messages={{ errors: messages.errors, live: messages.live, common: { basis: messages.common.basis } }}
    >
      <HatchPattern />
      <Shell
        rail={
          <>
            <p className="flex items-baseline justify-between gap-4 lg:block">
              <Link href="/" className="font-serif text-prose font-semibold no-underline lg:text-lead">
                {t('product')}
              </Link>
              <Link href="/negotiations" className="text-note text-muted lg:mt-1 lg:block">
                {t('nav.negotiations')}
              </Link>
            </p>
            <p className="mt-2 font-serif leading-6 font-semibold lg:mt-6">{view.frame.title}</p>
            <div className="text-note text-muted lg:mt-2 lg:space-y-1">
              <p>
                {t(`phase.${view.phase}`, { round: view.round })}
                {view.phase === 'open' ? (
                  <>
                    <span className="lg:hidden"> · </span>
                    <span className="lg:block">
                      <Deadline deadline={view.deadline} now={Date.now()} />
                    </span>
                  </>
                ) : null}
              </p>
              <p>
                <RoleWords
                  roles={view.me.roles}
                  stakeholders={view.me.stakeholders.map((id) => stakeholderName(id, view.frame))}
                />
              </p>
              {view.simulated ? <p className="hidden lg:block">{t('simulated')}</p> : null}
            </div>
          </>
        }
        nav={
          <Nav
            label={t('nav.negotiation')}
            more={t('nav.more')}
            items={[
              ...pagesOf(view).map((page) => ({
                href: page === 'overview' ? root : `${root}/${page}`,
                label: t(`nav.${page}`),
                icon: page,
              })),
              ...(account.user === null
                ? []
                : [{ href: '/inbox', label: t('nav.inbox'), icon: 'inbox' as const, count: unread }]),
              { href: '/account', label: t('nav.account'), icon: 'account' },
            ]}
          />
        }
        foot={
          <LiveStanding
            negotiation={negotiation}
            reader={account.user?.id ?? 'anyone'}
            position={view.standingPosition}
            live={view.standing.kind === 'live'}
            titles={Object.fromEntries(view.frame.profiles.map((profile) => [profile.id, profile.title]))}
          />
        }
      >
        <div className="min-w-0">
          {view.restored === null ? null : (
            <RestoredNotice negotiation={negotiation} restored={view.restored} />
          )}
          <Refusals close={t('closeRefusal')}>{children}</Refusals>
        </div>
      </Shell>
    </NextIntlClientProvider>
  );
}
