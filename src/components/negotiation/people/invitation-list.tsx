'use client';

import { useMutation } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { Seat } from '@/negotiation/roles';
import { useTRPC } from '../ballot/trpc';
import { stakeholderName } from '../labels';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { LinkOnce } from './link-once';
import { SeatWords } from './seat-words';

export interface InvitationItem extends Seat {
  readonly invitation: string;
  readonly address: string | null;
  readonly status: 'sent' | 'opened' | 'joined' | 'expired' | 'revoked';
  readonly expiresAt: string;
  readonly name: string | null;
}

/** Every invitation with what became of it, and what can be done about it: those that are settled one click away. */
export function InvitationList({
  negotiation,
  stakeholders,
  invitations,
}: {
  readonly negotiation: string;
  readonly stakeholders: Parameters<typeof stakeholderName>[1]['stakeholders'];
  readonly invitations: readonly InvitationItem[];
}) {
  const nameOf = (id: string) => stakeholderName(id, { stakeholders });
  const t = useTranslations('people.invitations');
  const isSettled = ({ status }: InvitationItem) => status === 'joined' || status === 'revoked';
  const listed = (items: readonly InvitationItem[]) => (
    <ul>
      {items.map((item) => (
        <Item key={item.invitation} negotiation={negotiation} item={item} nameOf={nameOf} />
      ))}
    </ul>
  );
  const settled = invitations.filter(isSettled);
  return (
    <>
      {listed(invitations.filter((item) => !isSettled(item)))}
      {settled.length === 0 ? null : (
        <Disclosure summary={t('settled', { n: settled.length })}>{listed(settled)}</Disclosure>
      )}
    </>
  );
}

function Item({
  negotiation,
  item,
  nameOf,
}: {
  readonly negotiation: string;
  readonly item: InvitationItem;
  readonly nameOf: (stakeholder: string) => string;
}) {
  const t = useTranslations('people.invitations');
  const format = useFormatter();
  const trpc = useTRPC();
  const [link, setLink] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const { invitation, address, status, expiresAt, name } = item;
  const inviteAgain = useMutation(trpc.member.inviteAgain.mutationOptions());
  const revoke = useMutation(trpc.member.revoke.mutationOptions());
  const offering = useChange(`${negotiation}/again/${invitation}`, async (asked: string, idempotencyKey) => {
    const { path } = await inviteAgain.mutateAsync({ negotiation, invitation: asked, idempotencyKey });
    setLink(path);
    setAgain(path === null);
  });
  const taking = useChange(`${negotiation}/revoke/${invitation}`, (asked: string, idempotencyKey) =>
    revoke.mutateAsync({ negotiation, invitation: asked, idempotencyKey }),
  );
  const isOpen = status === 'sent' || status === 'opened';
  const who = name ?? address ?? t('byLink');
  const until = format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="space-y-2 border-b border-line py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p>
            {who}
            <span className="block text-note text-muted">
              <SeatWords seat={item} nameOf={nameOf} />
            </span>
          </p>
          <p className="text-note">
            {t(`status.${status}`)}
            {isOpen ? ` · ${t('until', { until })}` : null}
          </p>
        </div>
        {status === 'joined' ? null : (
          <div className="flex flex-wrap gap-2">
            <Button
              disabled={offering.pending}
              aria-label={t('againTo', { who })}
              onClick={() => offering.run(invitation)}
            >
              {address === null ? t('anotherLink') : t('again')}
            </Button>
            {isOpen ? (
              <Button
                disabled={taking.pending}
                aria-label={t('revokeOf', { who })}
                onClick={() => taking.run(invitation)}
              >
                {t('revoke')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      <Fault sentence={offering.fault ?? taking.fault} />
      <p role="status" className="text-note empty:hidden">
        {again ? t('sentAgain') : null}
      </p>
      {link === null ? null : <LinkOnce path={link} />}
    </li>
  );
}
