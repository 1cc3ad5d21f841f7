import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Acknowledge } from '@/components/negotiation/briefings/acknowledge';
import { MyWord } from '@/components/negotiation/briefings/my-word';
import { WhoAcknowledged } from '@/components/negotiation/briefings/who-acknowledged';
import { threadHref } from '@/components/negotiation/discussion/topic';
import { stakeholderName } from '@/components/negotiation/labels';
import { Link } from '@/components/ui/link';
import { Markdown } from '@/components/ui/markdown';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { may } from '@/negotiation/permissions';
import { readBriefing, readNegotiation } from '../../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string; readonly briefing: string }>;
}

/** An address may hold the id percent-encoded; ids themselves never hold a percent sign. */
async function asked({ params }: Props) {
  const { negotiation, briefing } = await params;
  return { negotiation, briefing: await readBriefing(negotiation, decodeURIComponent(briefing)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { briefing } = await asked(props);
  return { title: briefing.title };
}

/** One briefing, which a delegate acknowledges at its end. */
export default async function BriefingPage(props: Props) {
  const { negotiation, briefing } = await asked(props);
  const [{ frame, me }, t] = await Promise.all([readNegotiation(negotiation), getTranslations('briefings')]);
  const waiting = briefing.mine.filter(({ version }) => version !== briefing.version);
  return (
    <Page
      title={briefing.title}
      lead={
        <p className="text-note text-muted">
          <Link href={`/n/${negotiation}/briefings`}>{t('back')}</Link> ·{' '}
          {t(briefing.required ? 'required' : 'optional')} · {t('version', { version: briefing.version })}
        </p>
      }
    >
      {briefing.text.kind === 'kept' ? (
        <Markdown text={briefing.text.markdown} />
      ) : (
        <p className="prose-column border-l-2 border-within-reach pl-4">{t(`text.${briefing.text.kind}`)}</p>
      )}
      {may('comment.list', me) ? (
        <p>
          <Link href={threadHref(negotiation, { kind: 'briefing', id: briefing.id })}>{t('discuss')}</Link>
        </p>
      ) : null}
      {briefing.mine.length === 0 ? null : (
        <Section id="acknowledge" title={t('acknowledge.title')} note={<p>{t('informed')}</p>}>
          <MyWord briefing={briefing} frame={frame} />
          {waiting.length === 0 ? null : briefing.open ? (
            <div className="mt-3 space-y-3">
              <p className="prose-column">{t('acknowledge.says')}</p>
              <NextIntlClientProvider
                messages={{
                  errors: messages.errors,
                  briefings: { acknowledge: messages.briefings.acknowledge },
                }}
              >
                {waiting.map(({ stakeholder }) => (
                  <Acknowledge
                    key={stakeholder}
                    negotiation={negotiation}
                    briefing={briefing.id}
                    version={briefing.version}
                    stakeholder={{ id: stakeholder, name: stakeholderName(stakeholder, frame) }}
                  />
                ))}
              </NextIntlClientProvider>
            </div>
          ) : (
            <p className="mt-3 text-muted">{t('acknowledge.closed')}</p>
          )}
        </Section>
      )}
      <Section
        id="who"
        title={t('who')}
        note={briefing.mine.length === 0 ? <p>{t('informed')}</p> : undefined}
      >
        <WhoAcknowledged briefing={briefing} frame={frame} />
      </Section>
    </Page>
  );
}
