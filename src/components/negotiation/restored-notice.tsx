import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { NegotiationView } from '@/negotiation/views';

const MOMENT = { dateStyle: 'long', timeStyle: 'short' } as const;

/** Says on every page that the history came back from a backup, what that took away, and what to do (ledger.md §2). */
export function RestoredNotice({
  negotiation,
  restored: { position, at, lost },
}: {
  readonly negotiation: string;
  readonly restored: NonNullable<NegotiationView['restored']>;
}) {
  const t = useTranslations('common.restored');
  const format = useFormatter();
  return (
    <aside
      aria-label={t('label')}
      className="border-b border-l-4 border-line border-l-accent bg-surface px-4 py-3 sm:px-8"
    >
      <p className="prose-column">{t('says', { when: format.dateTime(new Date(at), MOMENT), lost })}</p>
      <p className="prose-column mt-1 text-note text-muted">
        {t('do')} <Link href={`/n/${negotiation}/history?at=${position}#p${position}`}>{t('event')}</Link>
      </p>
    </aside>
  );
}
