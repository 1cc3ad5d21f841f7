'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Pictured } from './diagram';

/** A profile in the diagram: its verdict's sign, its title, and under which stances it is efficient. */
export function ProfileBox({
  profile,
  label,
  chosen,
  line = false,
  onChoose,
}: {
  readonly profile: Pictured;
  /** What its arrows say, for who does not see them. */
  readonly label: string;
  readonly chosen: boolean;
  /** One of a cycle: a line of its box. */
  readonly line?: boolean;
  readonly onChoose: () => void;
}) {
  const t = useTranslations('pictures.pareto');
  const { title, sign, isDefault, adoptable, efficient } = profile;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={title}
      onClick={onChoose}
      className={clsx(
        'relative block size-full overflow-hidden bg-surface px-2 text-left text-note leading-5 hover:text-accent',
        !line && 'rounded-mark border py-1',
        !line && (chosen ? 'border-accent outline-2 outline-accent' : 'border-strong'),
        !line && (isDefault || !adoptable) && 'border-dashed',
        line && chosen && 'text-accent',
      )}
    >
      <span className={clsx('font-medium', line ? 'block truncate' : 'line-clamp-2')}>
        {sign} {title}
      </span>
      {line ? null : (
        <span className="block truncate text-muted">
          {isDefault
            ? t('default')
            : !adoptable
              ? t('state')
              : efficient.length === 0
                ? t('inefficient')
                : t('efficient', { stances: efficient.map((stance) => t(`initial.${stance}`)).join(' · ') })}
        </span>
      )}
      <span className="sr-only">{label}</span>
    </button>
  );
}
