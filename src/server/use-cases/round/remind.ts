/** A facilitator reminds the delegates of stakeholders that have not cast in the round that is open. */
import { periodOf } from '@/negotiation/period';
import { limitOf } from '../../auth/limits';
import type { NegotiationScope } from '../../auth/scope';
import { inTransaction } from '../../db/pool';
import { usersOf } from '../../db/pseudonyms';
import { databaseClock } from '../../jobs/clock';
import { dispatchAll } from '../../mail/dispatch';
import { silentDelegates, silentIn } from '../../mail/reminding';
import { type Answer, answered, NO_SUCH_ROUND_OPEN, REMINDED_LATELY, refused } from '../../refusal';

/** Reminders of one negotiation: a delegate's mailbox is nobody's to fill. */
const EVERY_SECONDS = 60 * 60;

export interface Reminded {
  /** Those that have not cast: as participation shows. */
  readonly stakeholders: number;
  /** Their delegates, whether or not they want mail of it. */
  readonly people: number;
}

/** @param round the one that the facilitator saw open. */
export async function remind(
  { store, log, known: { state } }: NegotiationScope<'round.remind'>,
  { round }: { readonly round: number },
): Promise<Answer<Reminded>> {
  const now = await databaseClock(store.pool)();
  const isOpen = periodOf(state.phase, now) === 'open' && state.rounds.at(-1)?.round === round;
  if (!isOpen) return refused(NO_SUCH_ROUND_OPEN);
  const silent = silentIn(
    state,
    state.stakeholders.map(({ id }) => id),
  );
  const users = [...(await usersOf(store.pool, log, silentDelegates(state, now))).values()];
  if (users.length > 0) {
    if (!(await limitOf(store, 'remind', 1, EVERY_SECONDS).allow([log]))) return refused(REMINDED_LATELY);
    await inTransaction(store.pool, (client) =>
      dispatchAll(
        client,
        users.map((user) => ({ kind: 'reminder.asked', log, to: { user } })),
      ),
    );
  }
  return answered({ stakeholders: silent.length, people: users.length });
}
