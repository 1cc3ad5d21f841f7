'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { apiClient } from '../api-client';
import { useSend } from '../use-send';

/** No zone has this name: the browser's own. */
const BROWSER = '';

export function TimeZoneChoice({
  chosen,
  zones,
}: {
  readonly chosen: string | null;
  readonly zones: readonly string[];
}) {
  const t = useTranslations('account.timeZone');
  const router = useRouter();
  const [value, setValue] = useState(chosen ?? BROWSER);
  const { state, fault, send } = useSend();
  const choose = async (next: string) => {
    setValue(next);
    const isDone = await send(async () => {
      await apiClient().account.setTimeZone.mutate({ timeZone: next === BROWSER ? null : next });
    });
    if (isDone) router.refresh();
  };
  return (
    <>
      <Choice
        label={t('label')}
        value={value}
        options={[
          { value: BROWSER, label: t('browser') },
          ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        ]}
        onChoose={choose}
        className="max-w-md"
      />
      <p role="status" className="mt-2 text-note text-muted">
        {fault ?? t(state === 'done' ? 'done' : 'says')}
      </p>
    </>
  );
}
