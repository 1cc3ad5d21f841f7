import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Section } from '@/components/ui/section';
import type { Mode } from '@/negotiation/views';
import { VerifyHere } from './verify-here';

/** What there is to take along: the report to print, and the audit bundle, which can be verified in this browser too. */
export function Bundle({
  negotiation,
  mode,
  size,
  isAuditor,
  report,
}: {
  readonly negotiation: string;
  readonly mode: Mode;
  /** Events in the log. */
  readonly size: number;
  readonly isAuditor: boolean;
  /** Address of the report; `null` for who may see the checkpoint alone. */
  readonly report: string | null;
}) {
  const t = useTranslations('history.bundle');
  const r = useTranslations('report');
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
      {report === null ? null : (
        <p className="mt-3">
          <Link href={report}>{r('link')}</Link>
        </p>
      )}
    </Section>
  );
}
