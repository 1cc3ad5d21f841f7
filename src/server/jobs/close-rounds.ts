/** Closes rounds whose deadline has passed. Nothing depends on when: past its deadline a round takes nothing (product.md §2). */
import { type Command, isCommand } from '@/negotiation/command';
import type { Store } from '../db/store';
import { logger } from '../logger';

const EVERY_MS = 2_000;

/** @returns how to stop. */
export function closeRoundsOnTime(store: Store): () => void {
  const timer = setInterval(() => void closeLapsedRounds(store), EVERY_MS);
  return () => clearInterval(timer);
}

export async function closeLapsedRounds(store: Store): Promise<void> {
  try {
    const { rows } = await store.pool.query<{ log: string }>(
      `SELECT log FROM negotiation WHERE phase = 'open' AND deadline < clock_timestamp()`,
    );
    for (const { log } of rows) await closeRoundOf(store, log);
  } catch (error) {
    logger().warn({ err: error }, 'rounds past their deadline could not be looked for');
  }
}

/** One that cannot be closed keeps no other open. */
async function closeRoundOf(store: Store, log: string): Promise<void> {
  try {
    const answer = await store.appender.append({ log, actor: 'system', command: closeRound() });
    // Refused where another server was first, and that is as it should be.
    if (!answer.ok) logger().info({ log, refusal: answer.error.message.key }, 'a round was not closed');
  } catch (error) {
    logger().warn({ err: error, log }, 'a round past its deadline could not be closed');
  }
}

/** Read like any command from outside: the type of one without members admits no literal. */
function closeRound(): Command {
  const command: unknown = { kind: 'closeRound' };
  if (!isCommand(command)) throw new Error('closeRound is no command any more');
  return command;
}
