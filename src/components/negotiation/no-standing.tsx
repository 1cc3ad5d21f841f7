import { useTranslations } from 'next-intl';
import type { NegotiationView } from '@/negotiation/views';

/** Why the reader sees no standing yet, as product.md §2 has it. */
export function NoStanding({ standing }: { readonly standing: NegotiationView['standing'] }) {
  const t = useTranslations('overview.notYet');
  return (
    <p className="prose-column font-serif text-prose sm:text-lead">
      {t(standing.kind === 'none' ? standing.reason : 'not-opened')}
    </p>
  );
}
