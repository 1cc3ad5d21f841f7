import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Head } from '@/components/ui/table';
import { STANCES } from '@/core/model';

/** The head of a column for each stance, `necessary` first. */
export function StanceHeads(looks: Pick<ComponentProps<typeof Head>, 'numeric' | 'className'>) {
  const c = useTranslations('common');
  return STANCES.map((stance) => (
    <Head key={stance} {...looks}>
      {c(`stance.${stance}`)}
    </Head>
  ));
}
