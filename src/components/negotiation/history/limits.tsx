import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';

const LIMITS = ['pseudonym', 'refused', 'second', 'operator', 'redacted'] as const;

/** What no log can show (ledger.md §4), said wherever the log is. */
export function Limits() {
  const t = useTranslations('history.limits');
  return (
    <Section id="limits" title={t('title')}>
      <ul className="prose-column list-disc space-y-2 pl-5 font-serif text-prose">
        {LIMITS.map((limit) => (
          <li key={limit}>{t(limit)}</li>
        ))}
      </ul>
    </Section>
  );
}
