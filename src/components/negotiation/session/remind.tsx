'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { useChange } from './use-change';

/** Reminds by hand the delegates of those that have not cast in the open round. */
export function Remind({ negotiation, round }: { readonly negotiation: string; readonly round: number }) {
  const t = useTranslations('session.remind');
  const client = useClient();
  const [done, setDone] = useState<string | null>(null);
  const change = useChange(`${negotiation}/remind`, async (_: null) => {
    const { stakeholders, people } = await client.round.remind.mutate({ negotiation, round });
    setDone(t('done', { stakeholders, people }));
  });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-4">
      <Confirm
        action={t('action')}
        title={t('title')}
        confirm={t('confirm')}
        pending={change.pending}
        fault={change.fault}
        onConfirm={() => change.run(null)}
      >
        <p>{t('says')}</p>
      </Confirm>
      <p role="status" className="text-note">
        {done}
      </p>
    </div>
  );
}
