import { useTranslations } from 'next-intl';
import type { Seat } from '@/negotiation/roles';

/** A seat in words: the role, and for a delegate whose. */
export function SeatWords({
  seat: { role, stakeholder },
  nameOf,
}: {
  readonly seat: Seat;
  readonly nameOf: (stakeholder: string) => string;
}) {
  const t = useTranslations('common.roles');
  return <>{stakeholder === null ? t(role) : t('delegateOf', { name: nameOf(stakeholder) })}</>;
}
