'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { NegotiationView } from '@/negotiation/views';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';

/** Begins the negotiation that takes this one's place (product.md §2), and goes to its set-up. */
export function StartSuccessor({ view }: { readonly view: NegotiationView }) {
  const t = useTranslations('setUp.successor');
  const router = useRouter();
  const starting = useChange(`${view.id}/successor`, async (_: null, idempotencyKey) => {
    const { beginSuccessor } = await import('./successor');
    const successor = await beginSuccessor(view, idempotencyKey);
    router.push(`/n/${successor}/set-up`);
  });
  return (
    <div>
      <Button disabled={starting.pending} onClick={() => starting.run(null)}>
        {t('start')}
      </Button>
      <Fault sentence={starting.fault} />
    </div>
  );
}
