import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { BASES, type Basis } from '@/core/model';

/** Which ballots count; a link each, so that a basis has an address that can be shared. */
export function BasisSwitch({ basis, path }: { readonly basis: Basis; readonly path: string }) {
  const t = useTranslations('common.basis');
  return (
    <nav aria-label={t('label')} className="flex items-center gap-3 text-base">
      <span className="text-note text-muted">{t('label')}</span>
      <ul className="flex overflow-hidden rounded-control border border-strong">
        {BASES.map((each) => (
          <li key={each}>
            <Link
              href={`${path}?basis=${each}`}
              aria-current={each === basis ? 'true' : undefined}
              scroll={false}
              className={clsx(
                'flex min-h-9 items-center px-3 no-underline',
                each === basis
                  ? 'bg-accent text-paper hover:text-paper'
                  : 'bg-surface text-ink hover:text-accent',
              )}
            >
              {t(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The basis that an address asks for; `informed` unless it says otherwise, since recommendations rest on it. */
export function basisOf(value: string | readonly string[] | undefined): Basis {
  return BASES.find((basis) => basis === value) ?? 'informed';
}
