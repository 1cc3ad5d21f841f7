/** One history as it stood in each phase of its life (product.md §2), each a negotiation of its own. */
import { type PlayOptions, type PlayStep, playFile } from '@/negotiation/demo/play';
import type { Store } from '../db/store';
import { playHistory } from '../demo/play-history';
import { accountOf, exampleFile, settleStanding } from './negotiation';

export const PHASES = ['draft', 'open', 'closed', 'concluded', 'archived'] as const;
export type Phase = (typeof PHASES)[number];

/** Of an example that is quick to read. */
export const STAKEHOLDER = 's0';
const EXAMPLE = 'small-03';

const ENDS = [
  { kind: 'closeRound' },
  { kind: 'conclude', profile: null, reason: 'Nothing clears.' },
  { kind: 'archive' },
] as const;

/** @param keyOf whose account an actor of the history is. */
export async function playedPhase(
  store: Store,
  log: string,
  phase: Phase,
  options: PlayOptions = {},
  keyOf: (actor: string) => string = (actor) => actor,
): Promise<void> {
  const steps = stepsOf(phase, options);
  const ids = new Map<string, string>();
  for (const { actor } of steps) if (!ids.has(actor)) ids.set(actor, await accountOf(store, keyOf(actor)));
  await playHistory(store, { log, steps, userOf: (actor) => ids.get(actor) ?? '' });
  await settleStanding(store, log);
}

function stepsOf(phase: Phase, options: PlayOptions): PlayStep[] {
  const steps = [...playFile(exampleFile(EXAMPLE), options)];
  if (phase === 'draft') {
    return steps.slice(
      0,
      steps.findIndex(({ command }) => command.kind === 'openRound'),
    );
  }
  const at = steps.at(-1)?.at ?? '';
  const ends = ENDS.slice(0, PHASES.indexOf(phase) - PHASES.indexOf('open'));
  return [...steps, ...ends.map((command): PlayStep => ({ at, actor: 'facilitator', command }))];
}
