import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { HistoryCheckpoint } from '@/negotiation/history';
import { Bytes } from './bytes';
import { CopyButton } from './copy-button';
import { SaveLink } from './save-link';
import { Witnesses } from './witnesses';

/** What to keep in order to hold the platform to its history later: the newest checkpoint, and the key that signs it. */
export function Checkpoint({
  negotiation,
  newest,
}: {
  readonly negotiation: string;
  readonly newest: HistoryCheckpoint;
}) {
  const t = useTranslations('history.checkpoint');
  const { checkpoint, key, size } = newest;
  return (
    <Section id="checkpoint" title={t('title')} note={<p>{t('keyNote')}</p>}>
      <p className="prose-column font-serif text-prose">{t('says', { size })}</p>
      <h3 className="mt-4 font-sans text-note font-medium">{t('key')}</h3>
      <Bytes testId="verifier-key">{key}</Bytes>
      <CopyButton text={key} label={t('copyKey')} />
      <h3 className="mt-4 font-sans text-note font-medium">{t('note')}</h3>
      <Bytes testId="checkpoint">{checkpoint}</Bytes>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <CopyButton text={checkpoint} label={t('copyNote')} />
        <SaveLink name={`${negotiation}-${size}.checkpoint.txt`} type="text/plain" text={checkpoint}>
          {t('download')}
        </SaveLink>
      </div>
      <Witnesses negotiation={negotiation} newest={newest} />
    </Section>
  );
}
