import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BasisSwitch, basisOf } from '@/components/negotiation/basis-switch';
import { WhatIf } from '@/components/negotiation/what-if/what-if';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { validateNegotiation } from '@/negotiation/file/read';
import { startOf } from '@/negotiation/what-if/start';
import { readNegotiation, readStanding, readVisibleFile } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{ readonly basis?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('whatIf'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** A sandbox that starts from what its reader may see of the negotiation, and from nothing else. */
export default async function WhatIfPage({ params, searchParams }: Props) {
  const { negotiation } = await params;
  const basis = basisOf((await searchParams).basis);
  const view = await readNegotiation(negotiation);
  const [file, standing, t, c] = await Promise.all([
    readVisibleFile(negotiation),
    view.standing.kind === 'none' ? null : readStanding(negotiation, basis),
    getTranslations('whatIf'),
    getTranslations('common.basis'),
  ]);
  const whole = validateNegotiation(file).ok;
  const start = whole ? startOf(file, basis) : null;
  const informed = whole && basis === 'stated' ? startOf(file, 'informed') : null;
  const cast = view.participation.filter(({ voted }) => voted).length;
  const seen = new Set(file.ballots?.map(({ stakeholder }) => stakeholder)).size;
  // Members read assessments and pledges with the ballots, in private mode no one but their own.
  const isRead = view.mode !== 'private' && view.me.roles.some((role) => role !== 'observer');
  const isReal = view.standing.kind === 'live' && seen === cast && isRead;
  const root = `/n/${negotiation}`;
  const { ballot, common, explain, results, ruleBuilder, whatIf } = messages;
  return (
    <NextIntlClientProvider messages={{ ballot, common, explain, results, ruleBuilder, whatIf }}>
      <Page
        title={t('title')}
        lead={
          <>
            <p className="prose-column font-serif text-prose">{t('lead')}</p>
            <p className="prose-column mt-2 text-note text-muted">
              {isReal
                ? t('startsFrom', { basis: c(basis) })
                : t('startsFromSeen', { seen, cast, basis: c(basis) })}
            </p>
            <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
              <BasisSwitch basis={basis} path={`${root}/what-if`} />
              <Link href={`${root}/results?basis=${basis}`}>{t('results')}</Link>
            </div>
          </>
        }
      >
        {start === null ? (
          <p className="prose-column">{t('notYet')}</p>
        ) : (
          <>
            <noscript>
              <p className="prose-column">{t('noScript')}</p>
            </noscript>
            <WhatIf start={start} informed={informed} real={isReal ? null : (standing?.result ?? null)} />
          </>
        )}
      </Page>
    </NextIntlClientProvider>
  );
}
