import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MyWord } from '@/components/negotiation/briefings/my-word';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { readBriefings, readNegotiation } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('briefings'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** The briefings: which are required, and who has acknowledged them. */
export default async function BriefingsPage({ params }: Props) {
  const { negotiation } = await params;
  const [{ frame }, { briefings }, t] = await Promise.all([
    readNegotiation(negotiation),
    readBriefings(negotiation),
    getTranslations('briefings'),
  ]);
  return (
    <Page title={t('title')} lead={<p className="prose-column font-serif text-prose">{t('lead')}</p>}>
      {briefings.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul>
          {briefings.map((briefing) => (
            <li key={briefing.id} className="border-t border-line py-4">
              <h2 className="text-prose">
                <Link href={`/n/${negotiation}/briefings/${encodeURIComponent(briefing.id)}`}>
                  {briefing.title}
                </Link>
              </h2>
              <p className="text-note text-muted">
                {t(briefing.required ? 'required' : 'optional')} ·{' '}
                {t('version', { version: briefing.version })}
              </p>
              <MyWord briefing={briefing} frame={frame} />
              {briefing.acknowledgedBy === null ? null : (
                <p className="text-note text-muted">
                  {t('count', {
                    count: briefing.acknowledgedBy.filter(({ version }) => version === briefing.version)
                      .length,
                    of: frame.stakeholders.length,
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Section id="informed" title={t('informedTitle')}>
        <div className="prose-column space-y-3">
          <p>{t('informed')}</p>
          <p>{t('versions')}</p>
        </div>
      </Section>
    </Page>
  );
}
