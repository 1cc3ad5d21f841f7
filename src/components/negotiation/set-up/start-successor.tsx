'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { NegotiationView } from '@/negotiation/views';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';
import { frameAlone } from './frame-alone';

/** Begins the negotiation that takes this one's place (product.md §2), and goes to its set-up. */
export function StartSuccessor({ view }: { readonly view: NegotiationView }) {
  const t = useTranslations('setUp.successor');
  const client = useClient();
  const router = useRouter();
  const { id, mode, public: isPublic, frame } = view;
  const starting = useChange(`${id}/successor`, async (_: null, idempotencyKey) => {
    const created = await client.negotiation.create.mutate({
      title: frame.title,
      mode,
      public: isPublic,
      succeeds: id,
      file: frameAlone(frame),
      idempotencyKey,
    });
    await client.negotiation.succeed.mutate({
      negotiation: id,
      by: created.negotiation,
      idempotencyKey: `${idempotencyKey}/by`,
    });
    router.push(`/n/${created.negotiation}/set-up`);
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
