'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Confirm } from '../session/confirm';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** Gives up every seat of one's own, after saying what follows. */
export function Leave({
  negotiation,
  title,
  isFacilitator,
  stakeholders,
}: {
  readonly negotiation: string;
  readonly title: string;
  readonly isFacilitator: boolean;
  /** Names of those for whom the reader speaks. */
  readonly stakeholders: readonly string[];
}) {
  const t = useTranslations('people.leave');
  const router = useRouter();
  const client = useClient();
  const change = useChange(`${negotiation}/leave`, (_: null, idempotencyKey) =>
    client.member.leave.mutate({ negotiation, idempotencyKey }),
  );
  return (
    <>
      <p className="prose-column mb-3">
        {t('says')} {isFacilitator ? t('facilitator') : null}
      </p>
      <Confirm
        action={t('action')}
        title={t('ask', { title })}
        confirm={t('confirm')}
        pending={change.pending}
        fault={change.fault}
        onConfirm={async () => {
          const left = await change.run(null);
          if (left) router.push('/negotiations');
          return left;
        }}
      >
        <p>{t('loses')}</p>
        <p>{t('stays')}</p>
        {stakeholders.map((stakeholder) => (
          <p key={stakeholder}>{t('ballot', { stakeholder })}</p>
        ))}
      </Confirm>
    </>
  );
}
