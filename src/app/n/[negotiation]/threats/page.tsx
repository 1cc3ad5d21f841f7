import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { profileTitle, stakeholderName } from '@/components/negotiation/labels';
import { SpeaksFor } from '@/components/negotiation/speaks-for';
import { StatementsLead } from '@/components/negotiation/statements-lead';
import { AcuteRiskList } from '@/components/negotiation/threats/acute-risk';
import { Guarantees } from '@/components/negotiation/threats/guarantees';
import { ThreatsBoard } from '@/components/negotiation/threats/threats-board';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { readNegotiation, readThreats } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{ readonly stakeholder?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('threats'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** Threat assessments, acute risk beside them, and the guarantees that bear on both. */
export default async function ThreatsPage({ params, searchParams }: Props) {
  const [{ negotiation }, asked] = await Promise.all([params, searchParams]);
  const [{ frame, me, mode, phase }, view, t] = await Promise.all([
    readNegotiation(negotiation),
    readThreats(negotiation),
    getTranslations('threats'),
  ]);
  const id = me.stakeholders.find((each) => each === asked.stakeholder) ?? me.stakeholders[0] ?? null;
  const assessing = view.open ? id : null;
  const isObserver = view.counts !== null && !me.roles.some((role) => role !== 'observer');
  const base = frame.profiles.find((profile) => profile.default === true)?.id;
  const editable = me.roles.includes('facilitator') && phase !== 'open' && phase !== 'archived';
  return (
    <Page
      title={t('title')}
      lead={
        <StatementsLead
          remarks={[
            view.open ? null : t('closed'),
            id === null && !isObserver ? t('readOnly') : null,
            mode === 'private' ? t('private') : view.sealed ? t('sealed') : null,
          ]}
        >
          {t('lead', { default: base === undefined ? '–' : profileTitle(base, frame) })} {t('scale')}{' '}
          {assessing === null ? null : t('scaleAsks')}
        </StatementsLead>
      }
    >
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          threats: messages.threats,
          ballot: messages.ballot,
          common: messages.common,
        }}
      >
        <Section
          id="assessments"
          title={
            assessing === null
              ? t('assessTitle')
              : t('of', { stakeholder: stakeholderName(assessing, frame) })
          }
        >
          <SpeaksFor
            className="mb-4"
            label={t('choose')}
            page={`/n/${negotiation}/threats`}
            mine={me.stakeholders}
            chosen={id}
            frame={frame}
          />
          {isObserver && view.counts !== null ? (
            <p className="prose-column">
              {t('counts', {
                threats: view.counts.threatAssessments,
                acute: view.counts.acuteRiskAssessments,
              })}
            </p>
          ) : (
            <ThreatsBoard
              key={assessing}
              negotiation={negotiation}
              frame={{
                profiles: frame.profiles,
                stakeholders: frame.stakeholders,
                ...(frame.threats && { threats: frame.threats }),
                ...(frame.guarantees && { guarantees: frame.guarantees }),
              }}
              view={{ assessments: view.assessments }}
              stakeholder={assessing}
            />
          )}
        </Section>
        {isObserver ? null : (
          <Section id="acute-risk" title={t('acute.title')} note={<p>{t('acute.says')}</p>}>
            <AcuteRiskList negotiation={negotiation} frame={frame} view={view} stakeholder={assessing} />
          </Section>
        )}
        {(frame.guarantees ?? []).length === 0 ? null : (
          <Section
            id="guarantees"
            title={t('guarantees.title')}
            note={
              <>
                <p>{t('guarantees.says')}</p>
                {editable ? null : <p>{t('guarantees.notNow')}</p>}
              </>
            }
          >
            <Guarantees
              negotiation={negotiation}
              frame={frame}
              deliveries={view.deliveries}
              editable={editable}
            />
          </Section>
        )}
      </NextIntlClientProvider>
    </Page>
  );
}
