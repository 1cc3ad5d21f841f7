/** What shows that guarantees were delivered, by guarantee. */
import type { NegotiationState } from '@/negotiation/state';
import type { Pool } from './pool';
import { textsOf } from './texts';

export async function deliveryTexts(
  pool: Pool,
  log: string,
  { deliveries }: NegotiationState,
): Promise<Readonly<Record<string, string>>> {
  const texts = await textsOf(pool, log, Object.values(deliveries));
  return Object.fromEntries(
    Object.entries(deliveries).flatMap(([guarantee, hash]) => {
      const text = texts(hash);
      return text == null ? [] : [[guarantee, text]];
    }),
  );
}
