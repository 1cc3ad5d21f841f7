import type { Change, Flip, ProfileFlips, Turn } from '@/core/least-change';
import type { Gap, Joiners, ProfileResult } from '@/core/model';
import { type Fraction, fractionOf } from './explain/exact-text';

/** Somebody who changes sides, as a reader may see it: the scores are those of a ballot, which not everyone may read. */
export interface SeenTurn extends Pick<Turn, 'stakeholder' | 'gain' | 'shift'> {
  readonly scores: Pick<Turn, 'score' | 'scoreOfDefault'> | null;
}

export interface SeenChange extends Omit<Change, 'turns'> {
  readonly turns: readonly SeenTurn[];
}

export interface SeenFlip extends Pick<Flip, 'stance'> {
  readonly fewest: SeenChange | null;
  readonly leastShift: SeenChange | null;
}

/** What would flip a profile's verdict, as a reader may see it (docs/decisions: the least change that flips a verdict). */
export interface SeenFlips extends Pick<ProfileFlips, 'profile'> {
  readonly falls: SeenFlip | null;
  readonly joins: { readonly necessary: SeenFlip | null; readonly expected: SeenFlip | null };
}

/** @param readsBallots whether the reader may know from where to where a score would have to move. */
export function seenFlips({ profile, falls, joins }: ProfileFlips, readsBallots: boolean): SeenFlips {
  const turn = ({ stakeholder, gain, shift, score, scoreOfDefault }: Turn): SeenTurn => {
    const scores = readsBallots ? { score, scoreOfDefault } : null;
    return { stakeholder, gain, shift, scores };
  };
  const change = (each: Change | null): SeenChange | null => each && { ...each, turns: each.turns.map(turn) };
  const flip = (each: Flip | null): SeenFlip | null =>
    each && { stance: each.stance, fewest: change(each.fewest), leastShift: change(each.leastShift) };
  return {
    profile,
    falls: flip(falls),
    joins: { necessary: flip(joins.necessary), expected: flip(joins.expected) },
  };
}

/** Whether they are of the ballots that a profile's result is of: what both tell is the same. */
export function areOf(
  { profile, falls, joins }: SeenFlips,
  { id, verdict, gap, resilience }: ProfileResult,
): boolean {
  const leavers = falls?.fewest;
  const known = falls === null ? null : resilience?.[falls.stance];
  return (
    id === profile &&
    (verdict === 'out-of-reach') === (falls === null) &&
    (typeof known === 'number' && leavers?.proven === true ? known === leavers.turns.length : true) &&
    sameGap(gap?.necessary ?? null, joins.necessary) &&
    sameGap(gap?.expected ?? null, joins.expected)
  );
}

function sameGap(gap: Gap | null, flip: SeenFlip | null): boolean {
  if (gap === null || flip === null) return gap === null && flip === null;
  return sameJoiners(gap.leastShift, flip.leastShift) && sameJoiners(gap.fewestJoiners, flip.fewest);
}

function sameJoiners(joiners: Joiners | null, change: SeenChange | null): boolean {
  if (joiners === null || change === null) return joiners === null && change === null;
  const named = change.turns.map(({ stakeholder }) => stakeholder);
  return (
    joiners.shift === change.shift &&
    (typeof joiners.joiners === 'number'
      ? joiners.count === named.length
      : joiners.joiners.join(' ') === named.join(' '))
  );
}

/** To which side of the bar somebody changes. */
export type Side = 'joins' | 'leaves';

/** To where a score must move, in hundredths of a point. */
export interface Target {
  readonly score: number;
  /** `null`: as it is. */
  readonly scoreOfDefault: number | null;
}

const TOP = 10_000;

/**
 * The nearest scores with two decimals by which somebody changes sides: to join, the least above the default's, for
 * which the default must give way where it stands at the top; to leave, the greatest not above it.
 */
export function targetOf({ scores }: SeenTurn, side: Side): Target | null {
  if (scores === null) return null;
  const floor = hundredthsBelow(fractionOf(scores.scoreOfDefault));
  if (side === 'leaves') return { score: floor, scoreOfDefault: null };
  return floor < TOP ? { score: floor + 1, scoreOfDefault: null } : { score: TOP, scoreOfDefault: TOP - 1 };
}

/** Scores are 0 … 100, so that rounding towards 0 is down. */
function hundredthsBelow({ numerator, denominator }: Fraction): number {
  return Number((numerator * 100n) / denominator);
}
