/** Shows each published checkpoint to the configured witnesses (ledger.md §2), across all servers of a database. */
import { z } from 'zod';
import { APPENDED } from '../db/checkpoints';
import { openPool } from '../db/pool';
import type { Store } from '../db/store';
import { logger } from '../logger';
import { WitnessSender } from './sender';

const SWEEP_MS = 10_000;
const notice = z.object({ log: z.string() });

export interface WitnessJob {
  stop(): Promise<void>;
}

export async function showToWitnesses({
  url,
  witnesses,
  listener,
}: Pick<Store, 'url' | 'witnesses' | 'listener'>): Promise<WitnessJob> {
  if (witnesses.length === 0) return { stop: async () => undefined };
  // A request to a slow witness holds a connection: never one that an append could wait for.
  const pool = openPool(
    url,
    (error) => logger().warn({ err: error }, 'a database connection broke'),
    witnesses.length + 1,
  );
  const senders = witnesses.map((witness) => new WitnessSender(pool, witness));
  const sweep = () => {
    for (const sender of senders) {
      sender
        .sweep()
        .catch((error: unknown) => logger().warn({ err: error }, 'the sweep for witnesses failed'));
    }
  };
  const stopListening = await listener.subscribe({
    channels: [APPENDED],
    onNotice: (_, payload) => {
      const { data } = notice.safeParse(jsonOf(payload));
      if (data !== undefined) for (const sender of senders) sender.wake(data.log);
    },
    onConnected: sweep,
  });
  const timer = setInterval(sweep, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await stopListening();
      await Promise.all(senders.map((sender) => sender.stop()));
      await pool.end();
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
