'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Seat } from '@/negotiation/roles';
import { useTRPC } from '../ballot/trpc';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { readInvitationLines } from './invitation-lines';
import { LinkOnce } from './link-once';
import { SeatFields } from './seat-fields';

const FAULTS_SHOWN = 10;

/** Invites by letters to pasted addresses, or by a link that is passed on by other means. */
export function InviteForm({
  negotiation,
  stakeholders,
}: {
  readonly negotiation: string;
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTranslations('people.invite');
  const trpc = useTRPC();
  const id = useId();
  const first = stakeholders[0]?.id ?? null;
  const [seat, setSeat] = useState<Seat>(
    first === null ? { role: 'observer', stakeholder: null } : { role: 'delegate', stakeholder: first },
  );
  const [lines, setLines] = useState('');
  const [sent, setSent] = useState(0);
  const [link, setLink] = useState<string | null>(null);
  const invite = useMutation(trpc.member.invite.mutationOptions());
  const { rows, faults } = readInvitationLines(lines, stakeholders, seat);
  const change = useChange(
    `${negotiation}/invite`,
    async (invitations: readonly (Seat & { readonly address: string | null })[], idempotencyKey) => {
      const made = await invite.mutateAsync({
        negotiation,
        idempotencyKey,
        invitations: invitations.map(({ address, role, stakeholder }) => ({ address, role, stakeholder })),
      });
      setLink(made[0]?.path ?? null);
      setSent(made.filter(({ path }) => path === null).length);
    },
  );
  const send = async () => {
    if (await change.run(rows)) setLines('');
  };
  return (
    <div className="max-w-xl space-y-4">
      <SeatFields seat={seat} stakeholders={stakeholders} onChange={setSeat} />
      <div>
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {t('addresses')}
        </label>
        <textarea
          id={id}
          rows={4}
          value={lines}
          spellCheck={false}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-says ${id}-faults`}
          onChange={({ target }) => setLines(target.value)}
          className="field py-2"
        />
        <p id={`${id}-says`} className="mt-1 text-note text-muted">
          {t('lines')}
        </p>
        <ul id={`${id}-faults`} aria-live="polite" className="text-note text-out-of-reach">
          {faults.slice(0, FAULTS_SHOWN).map(({ line, kind, text }) => (
            <li key={line}>{t(`fault.${kind}`, { line, text })}</li>
          ))}
          {faults.length > FAULTS_SHOWN ? (
            <li>{t('fault.more', { n: faults.length - FAULTS_SHOWN })}</li>
          ) : null}
        </ul>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button
          look="primary"
          disabled={change.pending || rows.length === 0 || faults.length > 0}
          onClick={send}
        >
          {t('send', { n: rows.length })}
        </Button>
        <Button disabled={change.pending} onClick={() => change.run([{ ...seat, address: null }])}>
          {t('link')}
        </Button>
      </div>
      <Fault sentence={change.fault} />
      <p role="status" className="text-note empty:hidden">
        {sent > 0 ? t('sent', { n: sent }) : null}
      </p>
      {link === null ? null : <LinkOnce path={link} />}
    </div>
  );
}
