import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { CommitmentStatus } from '@/negotiation/commitment-view';

const SIGN = { planned: '○', 'under-way': '◐', kept: '●', broken: '✕' } as const;
const COLOUR = {
  planned: 'text-muted',
  'under-way': 'text-leans',
  kept: 'text-clears',
  broken: 'text-out-of-reach',
} as const;

/** How a commitment stands: sign, word, colour. */
export function StatusMark({ status }: { readonly status: CommitmentStatus }) {
  const t = useTranslations('commitments.status');
  return (
    <span className={clsx('font-medium whitespace-nowrap', COLOUR[status])}>
      <span aria-hidden="true">{SIGN[status]}</span> {t(status)}
    </span>
  );
}
