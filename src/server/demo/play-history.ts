/**
 * Plays a history into a log through the real append, at the history's own instants (ledger.md §1). Each step has an
 * idempotency key of its own, so that a player that was killed half way goes on where it was, and one that was not
 * does nothing.
 */
import type { PlayStep } from '@/negotiation/demo/play';
import { setAllTold } from '../db/notice-heads';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { fingerprint } from '../use-cases/fingerprint';

export interface History {
  readonly log: string;
  readonly steps: readonly PlayStep[];
  /** The account of a user's key. */
  readonly userOf: (actor: string) => string;
}

export async function playHistory(store: Store, { log, steps, userOf }: History): Promise<void> {
  if (await isPlayed(store, log, steps.length)) return;
  const pseudonyms = new Map<string, string>();
  for (const actor of new Set(steps.map((step) => step.actor))) {
    pseudonyms.set(actor, await givePseudonym(store, log, userOf(actor)));
  }
  // Appends of one log keep the order in which they were asked for.
  const answers = await Promise.all(
    steps.map(({ at, actor: name, command }, i) => {
      const actor = pseudonyms.get(name) ?? '';
      const key = { userId: userOf(name), key: keyOf(i), body: fingerprint(command) };
      return store.appender.append({ log, actor, command, key, at, begins: i === 0 });
    }),
  );
  answers.forEach((answer, i) => {
    if (!answer.ok)
      throw new Error(`step ${i} (${steps[i]?.command.kind}) was refused: ${answer.error.message.text}`);
  });
  // What was played is nobody's news.
  await setAllTold(store.pool, log);
}

/** Before the number of a step in its idempotency key. */
export const HISTORY_STEP = 'history step ';

async function isPlayed(store: Store, log: string, steps: number): Promise<boolean> {
  return (await store.prisma.idempotency.findFirst({ where: { log, key: keyOf(steps - 1) } })) !== null;
}

function keyOf(step: number): string {
  return `${HISTORY_STEP}${step}`;
}
