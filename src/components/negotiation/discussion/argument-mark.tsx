import { useTranslations } from 'next-intl';

/** Whether something is said for or against: a sign and the word. */
export function ArgumentMark({ argument }: { readonly argument: 'for' | 'against' }) {
  const t = useTranslations('discussion.argument');
  return (
    <span className="font-medium text-ink">
      <span aria-hidden="true">{argument === 'for' ? '+' : '−'}</span> {t(argument)}
    </span>
  );
}
