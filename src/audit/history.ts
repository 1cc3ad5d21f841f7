import type { Openings } from '@/negotiation/decide/decision';
import type { Event } from '@/negotiation/events/event';
import { type NegotiationState, own } from '@/negotiation/state';
import { type EventPlace, placeOf } from './diff';
import { followBundle } from './follow';
import type { Unfollowed } from './replay';
import { type ScoreChange, scoreChanges, type Word, wordOf } from './scores';
import { type Flip, flips, type Verdicts, verdictsOf } from './verdicts';

/** What a stakeholder did at a position: its newest word after it, what that moved, which verdicts flipped. */
export interface Deed extends EventPlace {
  readonly word: Word;
  readonly scores: readonly ScoreChange[];
  readonly flips: readonly Flip[];
}

export type History =
  | { readonly kind: 'history'; readonly stakeholder: string; readonly deeds: readonly Deed[] }
  /** The log knows no such stakeholder. */
  | { readonly kind: 'unknown'; readonly stakeholder: string }
  | Unfollowed;

/**
 * Each ballot of a stakeholder and each briefing that it acknowledged, with what it moved (ledger.md §4). Costs two
 * standings for each of them.
 */
export async function historyOf(
  lines: AsyncIterable<Uint8Array>,
  stakeholder: string,
  onEvent?: (position: number) => void,
): Promise<History> {
  const deeds: Deed[] = [];
  let known = false;
  let before: { readonly word: Word; readonly verdicts: Verdicts } | null = null;
  const look = (state: NegotiationState, openings: Openings) => {
    return { word: wordOf(state, stakeholder, openings), verdicts: verdictsOf(state, openings) };
  };
  const followed = await followBundle(lines, {
    before: (state, event, openings) => {
      before = concerns(event, stakeholder) ? look(state, openings) : null;
    },
    after: (state, event, openings) => {
      onEvent?.(event.position);
      known ||= own(state.stakeholderIndex, stakeholder) !== undefined;
      if (before === null) return;
      const now = look(state, openings);
      deeds.push({
        ...placeOf(event),
        word: now.word,
        scores: scoreChanges(before.word, now.word),
        flips: flips(before.verdicts, now.verdicts),
      });
    },
  });
  if (followed.kind !== 'read') return followed;
  return known ? { kind: 'history', stakeholder, deeds } : { kind: 'unknown', stakeholder };
}

function concerns({ type, data }: Event, stakeholder: string): boolean {
  if ('file' in data) return (data.file.ballots ?? []).some((ballot) => ballot.stakeholder === stakeholder);
  const spoken = type.startsWith('ballot.') || type === 'briefing.acknowledged';
  return spoken && 'stakeholder' in data && data.stakeholder === stakeholder;
}
