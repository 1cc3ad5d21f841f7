import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { stakeholderName } from '@/components/negotiation/labels';
import { PledgeForm } from '@/components/negotiation/pledges/pledge-form';
import { PledgeList } from '@/components/negotiation/pledges/pledge-list';
import { StatementsLead } from '@/components/negotiation/statements-lead';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { readNegotiation, readPledges } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('pledges'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** Pledges with their conditions, and the ratifying set as it forms (aggregation.md §4). */
export default async function PledgesPage({ params }: Props) {
  const { negotiation } = await params;
  const [{ frame, me, mode }, view, t] = await Promise.all([
    readNegotiation(negotiation),
    readPledges(negotiation),
    getTranslations('pledges'),
  ]);
  const isObserver = view.count !== null && !me.roles.some((role) => role !== 'observer');
  const mine = view.open ? me.stakeholders : [];
  return (
    <Page
      title={t('title')}
      lead={
        <StatementsLead
          remarks={[
            view.open ? null : t('closed'),
            mode === 'private' ? t('private') : view.sealed ? t('sealed') : null,
          ]}
        >
          {t('lead')}
        </StatementsLead>
      }
    >
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          pledges: messages.pledges,
          ruleBuilder: messages.ruleBuilder,
          common: messages.common,
        }}
      >
        <Section id="pledges" title={t('eachTitle')} note={<p>{t('margin')}</p>}>
          {isObserver && view.count !== null ? (
            <p>{t('count', { count: view.count })}</p>
          ) : view.profiles.length === 0 ? (
            <p className="text-muted">{t('none')}</p>
          ) : (
            <PledgeList negotiation={negotiation} frame={frame} view={view} mine={mine} />
          )}
        </Section>
        {mine.map((stakeholder) => (
          <Section
            key={stakeholder}
            id={`pledge-${stakeholder}`}
            title={t('makeTitle', { stakeholder: stakeholderName(stakeholder, frame) })}
          >
            <PledgeForm
              negotiation={negotiation}
              stakeholder={stakeholder}
              frame={{
                profiles: frame.profiles,
                stakeholders: frame.stakeholders,
                ...(frame.dimensions && { dimensions: frame.dimensions }),
              }}
            />
          </Section>
        ))}
      </NextIntlClientProvider>
    </Page>
  );
}
