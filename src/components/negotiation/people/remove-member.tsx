'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Member } from '@/negotiation/roles';
import { useTRPC } from '../ballot/trpc';
import { Confirm } from '../session/confirm';
import { useChange } from '../session/use-change';

/** Ends one seat, after saying what follows. */
export function RemoveMember({
  negotiation,
  member,
  name,
  stakeholder,
  isLast,
}: {
  readonly negotiation: string;
  readonly member: Member;
  readonly name: string;
  /** Name of whom they speak for. */
  readonly stakeholder: string | null;
  /** Nobody else holds such a seat. */
  readonly isLast: boolean;
}) {
  const t = useTranslations('people.remove');
  const trpc = useTRPC();
  const remove = useMutation(trpc.member.remove.mutationOptions());
  const change = useChange(
    `${negotiation}/remove/${member.pseudonym}/${member.role}/${member.stakeholder ?? ''}`,
    (asked: Member, idempotencyKey) => remove.mutateAsync({ negotiation, member: asked, idempotencyKey }),
  );
  const { pseudonym, role } = member;
  return (
    <Confirm
      action={t('action')}
      label={t('label', { name })}
      title={t('title', { name })}
      confirm={t('confirm')}
      pending={change.pending}
      fault={change.fault}
      onConfirm={() => change.run({ pseudonym, role, stakeholder: member.stakeholder })}
    >
      <p>{t('loses')}</p>
      <p>{t('stays')}</p>
      {stakeholder === null ? null : (
        <>
          <p>{t('ballot', { stakeholder })}</p>
          <p>{t('deputies')}</p>
          {isLast ? <p>{t('last', { stakeholder })}</p> : null}
        </>
      )}
    </Confirm>
  );
}
