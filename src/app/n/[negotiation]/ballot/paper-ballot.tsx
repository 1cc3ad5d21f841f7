import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PaperForm } from '@/components/negotiation/ballot/paper-form';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readNegotiation } from '../../../data';

/** Where a facilitator enters a ballot that arrived on paper for a stakeholder. */
export async function PaperBallot({
  negotiation,
  stakeholder: { id, name },
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
}) {
  const [{ frame, phase }, t] = await Promise.all([readNegotiation(negotiation), getTranslations('ballot')]);
  return (
    <Page
      title={t('paper.title', { stakeholder: name })}
      lead={
        <p className="prose-column font-serif text-prose">
          {phase === 'open' ? t('paper.lead', { stakeholder: name }) : t('paper.notOpen')}
        </p>
      }
    >
      {phase === 'open' ? (
        <NextIntlClientProvider
          messages={{ errors: messages.errors, ballot: messages.ballot, common: messages.common }}
        >
          <PaperForm
            negotiation={negotiation}
            stakeholder={{ id, name }}
            frame={{
              profiles: frame.profiles,
              ...(frame.guarantees && { guarantees: frame.guarantees }),
              ...(frame.criteria && { criteria: frame.criteria }),
            }}
          />
        </NextIntlClientProvider>
      ) : null}
    </Page>
  );
}
