import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { Mode } from '@/negotiation/views';
import { VerifyHere } from './verify-here';

/** The audit bundle, for whom it is: to take along, or to be verified in this browser. */
export function Bundle({
  negotiation,
  mode,
  size,
  isAuditor,
}: {
  readonly negotiation: string;
  readonly mode: Mode;
  /** Events in the log. */
  readonly size: number;
  readonly isAuditor: boolean;
}) {
  const t = useTranslations('history.bundle');
  return (
    <Section id="bundle" title={t('title')}>
      <p className="prose-column font-serif text-prose">
        {t('says')} {mode === 'open' ? null : t('partial')}
      </p>
      {isAuditor ? (
        <>
          <p className="mt-3">
            <a href={`/api/bundle/${negotiation}`} download>
              {t('download')}
            </a>
          </p>
          <VerifyHere negotiation={negotiation} size={size} />
        </>
      ) : (
        <p className="mt-3 text-muted">{t('notYours')}</p>
      )}
    </Section>
  );
}
