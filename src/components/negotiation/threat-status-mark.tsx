import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ThreatStatus } from '@/core/model';

const SIGN = { worse: '▲', unresolved: '?', 'no-worse': '=', safer: '▼' } as const;
const COLOUR = {
  worse: 'text-out-of-reach',
  unresolved: 'text-within-reach',
  'no-worse': 'text-leans',
  safer: 'text-clears',
} as const;

/** The status of a threat against the default: sign, word, colour. `short` leaves the word to a screen reader. */
export function ThreatStatusMark({
  status,
  short = false,
}: {
  readonly status: ThreatStatus;
  readonly short?: boolean;
}) {
  const t = useTranslations('common.threatStatus');
  return (
    <span
      className={clsx('inline-flex items-baseline gap-1.5 font-medium whitespace-nowrap', COLOUR[status])}
    >
      <span aria-hidden="true" className="inline-block w-3 text-center">
        {SIGN[status]}
      </span>
      <span className={short ? 'sr-only' : undefined}>{t(status)}</span>
    </span>
  );
}
