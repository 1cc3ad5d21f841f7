import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { Receipt } from '@/ledger/receipt';
import type { HistoryReport, RecordedResult } from '@/negotiation/report';
import { Bytes } from '../bytes';
import { SaveLink } from '../save-link';
import { Witnesses } from '../witnesses';

/** Event, leaf hash, audit path and signed note as text, and the keys to check them with. */
export function Evidence({
  negotiation,
  report: { newest, epochs },
  proof: { position, event, hash, size, proof, checkpoint },
}: {
  readonly negotiation: string;
  readonly report: HistoryReport;
  readonly proof: RecordedResult['proof'];
}) {
  const t = useTranslations('report.evidence');
  const h = useTranslations('history.proof');
  return (
    <Section id="evidence" title={t('title')}>
      <p className="prose-column">{t('says', { position, size })}</p>
      <h3 className={HEADING}>{h('bytes')}</h3>
      <Bytes testId="event">{event ?? h('noBytes')}</Bytes>
      <h3 className={HEADING}>{h('hash')}</h3>
      <Bytes testId="leaf-hash">{hash}</Bytes>
      <h3 className={HEADING}>{h('path', { size })}</h3>
      {proof.length === 0 ? <p>{h('emptyPath')}</p> : <Bytes testId="audit-path">{proof.join('\n')}</Bytes>}
      <h3 className={HEADING}>{h('checkpoint')}</h3>
      <Bytes testId="checkpoint">{checkpoint}</Bytes>
      <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        <SaveLink name={`${negotiation}-${size}.checkpoint.txt`} type="text/plain" text={checkpoint}>
          {t('saveCheckpoint')}
        </SaveLink>
        {event === null ? null : (
          <SaveLink
            name={`parley-result-${negotiation}-${position}.json`}
            type="application/json"
            text={JSON.stringify({
              format: 'parley-receipt/1',
              position,
              event,
              proof,
              checkpoint,
            } satisfies Receipt)}
          >
            {t('saveReceipt')}
          </SaveLink>
        )}
      </p>
      <h3 className={HEADING}>{t('keys')}</h3>
      <p className="prose-column">{t('keysSay')}</p>
      <ul>
        {epochs.map(({ epoch, origin, keys }) => (
          <li key={epoch} className="mt-2">
            {t('epoch', { epoch, origin })}
            <Bytes testId={`keys-${epoch}`}>{keys.join('\n')}</Bytes>
          </li>
        ))}
      </ul>
      <Witnesses negotiation={negotiation} newest={newest} />
    </Section>
  );
}

const HEADING = 'mt-4 font-sans text-note font-medium';
