/** Reminders when half and nine tenths of a round's time have gone, to who has not cast: each person of each once. */
import { toldOf } from '../db/messages';
import { inTransaction } from '../db/pool';
import { usersOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { logger } from '../logger';
import { dispatchAll } from '../mail/dispatch';
import { dueReminder, silentDelegates } from '../mail/reminding';
import type { Clock } from './clock';

const EVERY_MS = 20_000;

/** Looks at once, so that what fell due while no server ran is made up for. @returns how to stop. */
export function remindOnTime(store: Store, clock: Clock): () => void {
  const look = () => {
    sendReminders(store, clock).catch((error: unknown) =>
      logger().warn({ err: error }, 'reminders could not be sent'),
    );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return () => clearInterval(timer);
}

export async function sendReminders(store: Store, clock: Clock): Promise<void> {
  const now = await clock();
  const { rows } = await store.pool.query<{ log: string }>(
    `SELECT log FROM negotiation WHERE phase = 'open' AND deadline >= $1`,
    [now],
  );
  for (const { log } of rows) await remindIn(store, log, now);
}

/** Who was told under the round's opening is not told again: not by another server, nor after an extension. */
async function remindIn(store: Store, log: string, now: string): Promise<void> {
  const known = await store.states.newest(log);
  const due = known && dueReminder(known.state, now);
  if (known === null || due === null) return;
  const kind = due.fraction === 'half' ? 'reminder.half' : 'reminder.late';
  const [users, told] = await Promise.all([
    usersOf(store.pool, log, silentDelegates(known.state, now)),
    toldOf(store.pool, log, due.opened, kind),
  ]);
  const missing = [...users.values()].filter((user) => !told.has(user));
  if (missing.length === 0) return;
  await inTransaction(store.pool, (client) =>
    dispatchAll(
      client,
      missing.map((user) => ({ kind, log, position: due.opened, to: { user } })),
    ),
  );
}
