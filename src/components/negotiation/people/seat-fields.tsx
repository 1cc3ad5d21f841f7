'use client';

import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { ROLES, type Role, type Seat } from '@/negotiation/roles';

/** Which seat is offered: a role, and for a delegate whom they speak for. */
export function SeatFields({
  seat,
  stakeholders,
  onChange,
}: {
  readonly seat: Seat;
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (seat: Seat) => void;
}) {
  const t = useTranslations('people');
  const c = useTranslations('common.roles');
  const first = stakeholders[0]?.id ?? null;
  const chooseRole = (role: Role) =>
    onChange({ role, stakeholder: role === 'delegate' ? (seat.stakeholder ?? first) : null });
  // Without stakeholders nobody can be a delegate yet.
  const roles = ROLES.filter((role) => role !== 'delegate' || first !== null);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Choice
        label={t('invite.role')}
        value={seat.role}
        options={roles.map((value) => ({ value, label: c(value) }))}
        onChoose={chooseRole}
      />
      {seat.role !== 'delegate' || seat.stakeholder === null ? null : (
        <Choice
          label={t('invite.stakeholder')}
          value={seat.stakeholder}
          options={stakeholders.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(stakeholder) => onChange({ role: 'delegate', stakeholder })}
        />
      )}
    </div>
  );
}
