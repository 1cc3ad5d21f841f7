'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { apiClient } from '../api-client';

interface DeleteAccountProps {
  /** Seats that nobody else holds, each as a sentence's parts. */
  readonly seats: readonly {
    readonly negotiation: string;
    readonly title: string;
    readonly role: 'facilitator' | 'delegate';
    readonly stakeholder: string;
  }[];
}

/** Says what goes and what stays, and asks for the password before anything is deleted. */
export function DeleteAccount({ seats }: DeleteAccountProps) {
  const t = useTranslations('account.delete');
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const show = (next: boolean) => {
    setOpen(next);
    setPassword('');
    setFault(null);
  };
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    setWorking(true);
    setFault(null);
    try {
      await apiClient().account.delete.mutate({ password });
      window.location.assign('/');
    } catch (error) {
      setFault(error instanceof Error ? error.message : t('failed'));
      setWorking(false);
    }
  };
  return (
    <>
      <p className="mb-3 text-note text-muted">{t('says')}</p>
      <AlertDialog
        open={open}
        onOpenChange={show}
        title={t('question')}
        trigger={<Button onClick={() => show(true)}>{t('open')}</Button>}
      >
        <form onSubmit={erase} className="mt-3 flex flex-col gap-3">
          <p>{t('goes')}</p>
          <p>{t('stays')}</p>
          {seats.length > 0 && (
            <ul className="list-disc pl-5">
              {seats.map(({ negotiation, title, role, stakeholder }) => (
                <li key={`${negotiation} ${role} ${stakeholder}`}>
                  {t(role === 'facilitator' ? 'onlyFacilitator' : 'onlyDelegate', { title, stakeholder })}
                </li>
              ))}
            </ul>
          )}
          <Field label={t('password')}>
            {(id) => (
              <input
                id={id}
                type="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                className="min-h-11 w-full rounded-control border border-strong bg-surface px-3"
              />
            )}
          </Field>
          <p role="alert" className="min-h-6 text-note">
            {fault}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button disabled={working} onClick={() => show(false)}>
              {t('cancel')}
            </Button>
            <Button type="submit" look="primary" disabled={working}>
              {t('confirm')}
            </Button>
          </div>
        </form>
      </AlertDialog>
    </>
  );
}
