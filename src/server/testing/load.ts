/** What members do all at once while servers die: cast, abstain, propose, admit, close and open rounds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { below, type Random } from '@/core/power/random';
import type { StubbornClient, Told } from './stubborn-client';

export interface Load {
  readonly random: Random;
  readonly isOver: () => boolean;
  /** Called with each sentence of what must not be. */
  readonly complain: (sentence: string) => void;
}

const MOST_PROPOSALS = 8;

/** A delegate. No two ballots are alike. */
export async function speakFor(client: StubbornClient, { random, isOver, complain }: Load): Promise<void> {
  const { who: stakeholder } = client;
  for (let number = 0, proposals = 0; !isOver(); number++) {
    const dice = below(random, 100);
    if (dice < 8 && proposals < MOST_PROPOSALS) {
      const profile = { id: `${stakeholder}-${proposals++}`, title: 'A way between' };
      await client.change('profile.propose', { profile, stakeholder, admit: false });
    } else if (dice < 16) {
      await client.fetchCheckpoint();
    } else if (dice < 24) {
      const again = await client.sayAgain();
      if (again !== null && !isSame(again)) complain(`${client.who} was told another thing the second time`);
    } else {
      const told = await client.change('ballot.cast', ballotOf(stakeholder, number, dice < 34));
      if (told.kind === 'done' && below(random, 3) === 0) await client.fetchReceipt(told.position);
      // Between two rounds there is nothing to cast.
      if (told.kind === 'refused') await sleep(below(random, 30));
    }
    await sleep(below(random, 12));
  }
}

function ballotOf(stakeholder: string, number: number, abstains: boolean) {
  if (abstains) return { stakeholder, abstain: true };
  return {
    stakeholder,
    scores: { race: (number % 10_000) / 100, 'verified-pause': Math.floor(number / 10_000) },
  };
}

/** A facilitator: closes the round, admits what was proposed meanwhile, opens the next, and admits within rounds too. */
export async function facilitate(
  client: StubbornClient,
  delegates: readonly StubbornClient[],
  { random, isOver }: Load,
): Promise<void> {
  const admitted = new Set<string>();
  const admitOne = async () => {
    const next = delegates.flatMap(proposalsOf).find((id) => !admitted.has(id));
    if (next === undefined) return;
    admitted.add(next);
    await client.change('profile.admit', { profile: next, asDefault: false });
  };
  while (!isOver()) {
    await sleep(100 + below(random, 300));
    await admitOne();
    await client.change('round.close', {});
    await sleep(below(random, 40));
    await admitOne();
    await client.change('round.open', { deadline: null });
  }
}

/** Ids of what stands proposed. */
function proposalsOf({ claims }: StubbornClient): string[] {
  return claims.flatMap(({ procedure, input: { profile }, told }) => {
    const isOne = procedure === 'profile.propose' && told.kind === 'done';
    return isOne && typeof profile === 'object' && profile !== null && 'id' in profile
      ? [String(profile.id)]
      : [];
  });
}

/** The checkpoint may be a later one that covers it as well. */
function isSame({ before, now }: { before: Told; now: Told }): boolean {
  return before.kind === 'done' && now.kind === 'done' && before.position === now.position;
}
