'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Fault } from './fault';

/** A step that others notice: says what follows, and is done only when that was read. Stays open on a refusal. */
export function Confirm({
  action,
  label = action,
  title,
  confirm,
  look = 'plain',
  ready = true,
  pending,
  fault,
  onConfirm,
  children,
}: {
  readonly action: string;
  /** Read aloud in its place, where several of them stand on a page. */
  readonly label?: string;
  readonly title: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly look?: 'plain' | 'primary';
  readonly ready?: boolean;
  readonly pending: boolean;
  readonly fault: string | null;
  readonly onConfirm: () => Promise<boolean>;
  readonly children: ReactNode;
}) {
  const t = useTranslations('session');
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      trigger={
        <Button look={look} aria-label={label} onClick={() => setOpen(true)}>
          {action}
        </Button>
      }
    >
      <div className="mt-3 space-y-3">{children}</div>
      <Fault sentence={fault} />
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button onClick={() => setOpen(false)}>{t('back')}</Button>
        <Button
          look="primary"
          disabled={pending || !ready}
          onClick={async () => {
            if (await onConfirm()) setOpen(false);
          }}
        >
          {pending ? t('working') : confirm}
        </Button>
      </div>
    </AlertDialog>
  );
}
