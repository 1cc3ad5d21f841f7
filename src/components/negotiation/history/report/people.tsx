import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { ReportedMoment } from '@/negotiation/report';
import { Participation } from '../../participation';

/** Whose word the result counts, and what they had been told: who had voted, and who had acknowledged which briefing. */
export function People({ of: { frame, participation, acknowledged } }: { readonly of: ReportedMoment }) {
  const t = useTranslations('report.people');
  const o = useTranslations('overview');
  const briefings = frame.briefings ?? [];
  const of = frame.stakeholders.length;
  return (
    <>
      <Section id="participation" title={o('participationTitle')}>
        <p className="mb-2">
          {o('participation', { voted: participation.filter(({ voted }) => voted).length, of })}
        </p>
        <Participation participation={participation} frame={frame} />
      </Section>
      <Section id="briefings" title={o('briefingsTitle')}>
        {briefings.length === 0 ? <p>{t('noBriefings')}</p> : null}
        <ul>
          {briefings.map(({ id, title, required }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
              {title}
              <span className="text-note text-muted">
                {required === true ? o('required') : o('optional')},{' '}
                {t('acknowledged', { count: acknowledged[id] ?? 0, of })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
