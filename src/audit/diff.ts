import type { Openings } from '@/negotiation/decide/decision';
import type { Event } from '@/negotiation/events/event';
import type { NegotiationState } from '@/negotiation/state';
import { followBundle } from './follow';
import type { Unfollowed } from './replay';
import { type ScoreChange, scoreChanges, type Word, wordOf } from './scores';
import { canFlip, type Flip, flips, type Verdicts, verdictsOf } from './verdicts';

/** One event's place in the log, and by whom. */
export interface EventPlace {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string;
}

/** A stakeholder whose newest word is another at B than at A. */
export interface Moved {
  readonly stakeholder: string;
  readonly from: Word;
  readonly to: Word;
  readonly scores: readonly ScoreChange[];
}

export type Words = ReadonlyMap<string, Word>;

export interface Diff {
  readonly kind: 'diff';
  readonly from: number;
  readonly to: number;
  /** How many events of each type lie after A, up to B. */
  readonly events: Readonly<Record<string, number>>;
  readonly moved: readonly Moved[];
  /** Each event at which a verdict flipped, in the log's order. */
  readonly flipped: readonly (EventPlace & { readonly flips: readonly Flip[] })[];
}

export type Differed =
  | Diff
  | { readonly kind: 'absent'; readonly position: number; readonly size: number }
  | Unfollowed;

/**
 * What changed after position `from`, up to `to` (ledger.md §4): who moved which score, and which verdict flipped at
 * which position. Needs from ≤ to. Costs one standing for each event between them that could flip a verdict.
 */
export async function diffBundle(
  lines: AsyncIterable<Uint8Array>,
  from: number,
  to: number,
  onEvent?: (position: number) => void,
): Promise<Differed> {
  const events: Record<string, number> = {};
  const flipped: (EventPlace & { flips: Flip[] })[] = [];
  let before: Words = new Map();
  let verdicts: Verdicts | null = null;
  const followed = await followBundle(lines, {
    until: to,
    after: (state, event, openings) => {
      onEvent?.(event.position);
      if (event.position < from) return;
      if (event.position === from) {
        before = wordsOf(state, openings);
        verdicts = verdictsOf(state, openings);
        return;
      }
      events[event.type] = (events[event.type] ?? 0) + 1;
      if (verdicts === null || !canFlip(event.type)) return;
      const now = verdictsOf(state, openings);
      const changed = flips(verdicts, now);
      if (changed.length > 0) flipped.push({ ...placeOf(event), flips: changed });
      verdicts = now;
    },
  });
  if (followed.kind !== 'read') return followed;
  const { state, walk } = followed;
  if (state === null || state.position < to) return { kind: 'absent', position: to, size: walk.next };
  const after = wordsOf(state, walk.openings);
  return { kind: 'diff', from, to, events, moved: moves(before, after), flipped };
}

export function placeOf({ position, at, type, actor }: Event): EventPlace {
  return { position, at, type, actor };
}

/** Every stakeholder's newest word, of those that have one. */
export function wordsOf(state: NegotiationState, openings: Openings): Words {
  return new Map(Object.keys(state.votes).map((id) => [id, wordOf(state, id, openings)]));
}

const NONE: Word = { kind: 'none' };

/** Who said something else at the second moment than at the first. */
export function moves(before: Words, after: Words): Moved[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((stakeholder) => {
    const from = before.get(stakeholder) ?? NONE;
    const to = after.get(stakeholder) ?? NONE;
    const scores = scoreChanges(from, to);
    const sealedAnew = from.kind === 'sealed' && to.kind === 'sealed' && from.position !== to.position;
    const changed = from.kind !== to.kind || scores.length > 0 || sealedAnew;
    return changed ? [{ stakeholder, from, to, scores }] : [];
  });
}
