import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Checklist } from '@/components/negotiation/set-up/checklist';
import { SetUpParts } from '@/components/negotiation/set-up/parts';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { SET_UP_PARTS } from '@/negotiation/checklist';
import { readNegotiation, readSetUp } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('setUp'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** Where a facilitator sets a negotiation up (product.md §3): every part at its anchor, and what is missing. */
export default async function SetUpPage({ params }: Props) {
  const { negotiation } = await params;
  const [view, setUp, t] = await Promise.all([
    readNegotiation(negotiation),
    readSetUp(negotiation),
    getTranslations('setUp'),
  ]);
  if (setUp === null) {
    return (
      <Page
        title={t('title')}
        lead={<p className="prose-column font-serif text-prose">{t('notFacilitator')}</p>}
      >
        {null}
      </Page>
    );
  }
  const lapsed = view.deadline !== null && Date.parse(view.deadline) < Date.now();
  return (
    <Page
      title={t('title')}
      lead={
        <p className="prose-column font-serif text-prose">
          {t(view.phase === 'draft' ? 'lead.draft' : 'lead.later')}
        </p>
      }
    >
      {view.phase === 'draft' ? <Checklist view={view} setUp={setUp} /> : null}
      <nav aria-label={t('contents')}>
        <ul className="flex flex-wrap gap-x-5 gap-y-2 text-note">
          {SET_UP_PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-flex min-h-6 items-center">
                {t(`parts.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          common: messages.common,
          explain: messages.explain,
          setUp: messages.setUp,
          ruleBuilder: messages.ruleBuilder,
          results: { power: messages.results.power },
        }}
      >
        <SetUpParts
          view={view}
          setUp={setUp}
          period={view.phase === 'open' && lapsed ? 'lapsed' : view.phase}
        />
      </NextIntlClientProvider>
    </Page>
  );
}
