import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SummaryRow } from '@/components/negotiation/summary-row';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { readNegotiations, readReader } from '../data';
import { ReaderShell } from '../reader-shell';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('negotiations'))('title') };
}

/** My negotiations: what waits for me, deadline, participation, standing. */
export default async function NegotiationsPage() {
  await readReader('/negotiations');
  const [negotiations, t] = await Promise.all([readNegotiations(), getTranslations('negotiations')]);
  return (
    <ReaderShell>
      <Page title={t('title')} lead={<ButtonLink href="/new">{t('new')}</ButtonLink>}>
        {negotiations.length === 0 ? (
          <p className="prose-column font-serif text-prose">{t('empty')}</p>
        ) : (
          <ul className="space-y-10">
            {negotiations.map((negotiation) => (
              <SummaryRow key={negotiation.id} negotiation={negotiation} now={Date.now()} />
            ))}
          </ul>
        )}
      </Page>
    </ReaderShell>
  );
}
