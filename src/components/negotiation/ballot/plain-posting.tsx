import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** How the ballot goes on where the page has no script: as a form, kept as a draft and shown before it is cast. */
export function PlainPosting({
  stakeholder,
  savedAt,
}: {
  readonly stakeholder: string;
  /** Of the draft that the page shows. */
  readonly savedAt: string | null;
}) {
  const t = useTranslations('ballot');
  return (
    <>
      <input type="hidden" name="stakeholder" value={stakeholder} />
      <input type="hidden" name="replaces" value={savedAt ?? ''} />
      <noscript>
        <p className="prose-column mb-3 text-note">{t('plain.says')}</p>
        <Button type="submit" look="primary">
          {t('review.open')}
        </Button>
      </noscript>
    </>
  );
}
