import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { Mode } from '@/negotiation/views';

/** The audit bundle, for whom it is. */
export function Bundle({
  negotiation,
  mode,
  isAuditor,
}: {
  readonly negotiation: string;
  readonly mode: Mode;
  readonly isAuditor: boolean;
}) {
  const t = useTranslations('history.bundle');
  return (
    <Section id="bundle" title={t('title')}>
      <p className="prose-column font-serif text-prose">
        {t('says')} {mode === 'open' ? null : t('partial')}
      </p>
      <p className="mt-3">
        {isAuditor ? (
          <a href={`/api/bundle/${negotiation}`} download>
            {t('download')}
          </a>
        ) : (
          <span className="text-muted">{t('notYours')}</span>
        )}
      </p>
    </Section>
  );
}
