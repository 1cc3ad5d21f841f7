import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Verdict as VerdictWord } from '@/core/model';

export const VERDICT_SIGN = {
  clears: '●',
  leans: '◐',
  'within-reach': '○',
  'out-of-reach': '✕',
  default: '◇',
} as const;
const COLOUR = {
  clears: 'text-clears',
  leans: 'text-leans',
  'within-reach': 'text-within-reach',
  'out-of-reach': 'text-out-of-reach',
  default: 'text-muted',
} as const;

/** A verdict as sign, word and colour together, so that none of them carries it alone. */
export function Verdict({
  verdict,
  className,
}: {
  readonly verdict: VerdictWord | 'default';
  readonly className?: string;
}) {
  const t = useTranslations('common.verdict');
  return (
    <span
      className={clsx(
        'inline-flex items-baseline gap-1.5 font-medium whitespace-nowrap',
        COLOUR[verdict],
        className,
      )}
    >
      <span aria-hidden="true">{VERDICT_SIGN[verdict]}</span> {t(verdict)}
    </span>
  );
}
