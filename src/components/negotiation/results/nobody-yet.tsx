import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { NegotiationView } from '@/negotiation/views';

/** Where nobody has voted there is nothing to draw: what would change that, and what the reader can do. */
export function NobodyYet({ root, me }: { readonly root: string; readonly me: NegotiationView['me'] }) {
  const t = useTranslations('pictures.nobody');
  return (
    <div className="prose-column border-l-2 border-line pl-4">
      <p className="font-serif text-prose">{t('says')}</p>
      <p className="mt-1 text-note text-muted">
        {me.stakeholders.length > 0 ? (
          <Link href={`${root}/ballot`}>{t('ballot')}</Link>
        ) : me.roles.includes('facilitator') ? (
          <Link href={`${root}/session`}>{t('session')}</Link>
        ) : (
          t('wait')
        )}
      </p>
    </div>
  );
}
