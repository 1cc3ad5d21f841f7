import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { RecordedResult } from '@/negotiation/report';
import { Bytes } from '../bytes';
import { Facts } from './facts';
import { Moment } from './moment';

/** Which result this is, who recorded it, and its hash. */
export function Recorded({ result }: { readonly result: RecordedResult }) {
  const t = useTranslations('report.recorded');
  const { of, proof, at, actor, sha256, reproduced, redacted } = result;
  return (
    <Section id="recorded" title={t('title')}>
      <Facts
        rows={[
          [t('of'), t(of.concluded ? 'atConclusion' : 'atClose', { round: of.round, position: of.position })],
          [t('event'), t('at', { position: proof.position })],
          [t('when'), <Moment key="when" at={at} />],
          [
            t('by'),
            <span key="by" className="literal">
              {actor}
            </span>,
          ],
        ]}
      />
      <h3 className="mt-4 font-sans text-note font-medium">{t('hash')}</h3>
      <Bytes testId="result-hash">{sha256}</Bytes>
      <p className="prose-column mt-3" data-testid="reproduced">
        {t(reproduced ? 'reproduced' : 'notReproduced')}
      </p>
      {redacted ? (
        <p className="prose-column mt-2" data-testid="redacted">
          {t('redacted')}
        </p>
      ) : null}
    </Section>
  );
}
