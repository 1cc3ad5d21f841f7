/** Shows each published checkpoint to the configured witnesses (ledger.md §2), across all servers of a database. */
import { z } from 'zod';
import { APPENDED } from '../db/checkpoints';
import { Listener } from '../db/listener';
import { openPool } from '../db/pool';
import { logger } from '../logger';
import type { Witness } from './configured';
import { WitnessSender } from './sender';

const SWEEP_MS = 10_000;
const notice = z.object({ log: z.string() });

export interface WitnessJob {
  stop(): Promise<void>;
}

/** @param url of the database. */
export async function showToWitnesses(url: string, witnesses: readonly Witness[]): Promise<WitnessJob> {
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
  const listener = new Listener(url, [APPENDED], {
    onNotice: (_, payload) => {
      const { data } = notice.safeParse(jsonOf(payload));
      if (data !== undefined) for (const sender of senders) sender.wake(data.log);
    },
    onConnected: sweep,
  });
  await listener.start();
  const timer = setInterval(sweep, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await listener.close();
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
