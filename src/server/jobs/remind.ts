/**
 * Reminders by the clock, each person of each once: of a round to who has not cast, when half and nine tenths of its
 * time have gone; of reports on commitments to who has made none, shortly before their date and once it has passed.
 */
import type { NegotiationState } from '@/negotiation/state';
import { toldOf } from '../db/messages';
import { inTransaction } from '../db/pool';
import { usersOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { logger } from '../logger';
import { dispatchAll } from '../mail/dispatch';
import type { NoticeKind } from '../mail/message';
import { dueReminder, dueReportReminder, silentDelegates, unreportedDelegates } from '../mail/reminding';
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

/** Where something may be due: rounds before their deadline, and conclusions with dates for reports. */
const LOGS = `SELECT log FROM negotiation n
  WHERE (phase = 'open' AND deadline >= $1)
     OR (phase = 'concluded'
         AND EXISTS (SELECT FROM event e WHERE e.log = n.log AND e.type = 'commitment.scheduled'))`;

export async function sendReminders(store: Store, clock: Clock): Promise<void> {
  const now = await clock();
  const { rows } = await store.pool.query<{ log: string }>(LOGS, [now]);
  for (const { log } of rows) {
    await remindIn(store, log, now).catch((error: unknown) =>
      logger().warn({ err: error, log }, 'reminders could not be sent'),
    );
  }
}

/** A reminder of something that an event began, and whom it concerns. */
interface Reminder {
  readonly kind: NoticeKind;
  readonly position: number;
  readonly turn: number;
  /** Pseudonyms. */
  readonly to: readonly string[];
}

function reminderIn(state: NegotiationState, now: string): Reminder | null {
  const round = dueReminder(state, now);
  if (round !== null) {
    const kind = round.fraction === 'half' ? 'reminder.half' : 'reminder.late';
    return { kind, position: round.opened, turn: 0, to: silentDelegates(state, now) };
  }
  const report = dueReportReminder(state, now);
  return report && { ...report, to: unreportedDelegates(state, report.turn, now) };
}

/** Who was told under its event is not told again: not by another server, nor after an extension. */
async function remindIn(store: Store, log: string, now: string): Promise<void> {
  const known = await store.states.newest(log);
  const due = known && reminderIn(known.state, now);
  if (due === null) return;
  const { kind, position, turn, to } = due;
  const [users, told] = await Promise.all([
    usersOf(store.pool, log, to),
    toldOf(store.pool, log, position, kind, turn),
  ]);
  const missing = [...users.values()].filter((user) => !told.has(user));
  if (missing.length === 0) return;
  await inTransaction(store.pool, (client) =>
    dispatchAll(
      client,
      missing.map((user) => ({ kind, log, position, turn, to: { user } })),
    ),
  );
}
