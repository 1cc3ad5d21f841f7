import type { Negotiation, Stance } from '../model';
import type { Prefers } from '../stability';
import { DUAL } from '../stance';
import { movesOf, ownMoves } from './moves';
import { reachOver } from './reach';

/**
 * A move that its mover is tempted to make, and the profiles by which the others deter it under each concept of
 * aggregation.md §6, ascending: under `smr` and `seq` some of those under `gmr`. Where a list is empty, the profile
 * that the move leaves is not stable for the mover under that concept.
 */
export interface Temptation {
  readonly stakeholder: number;
  readonly from: number;
  readonly to: number;
  readonly gmr: readonly number[];
  readonly smr: readonly number[];
  readonly seq: readonly number[];
}

/**
 * Every temptation under a stance with all its sanctions, in the order of movers, then of the profiles left, then of
 * those gone to; away from `leaving` alone where it is given. The verdicts of `stability` stop at the first sanction:
 * this costs the same otherwise, and up to m more questions per temptation, times the mover's moves for `smr`.
 */
export function temptations(
  negotiation: Pick<Negotiation, 'profiles' | 'moves'>,
  prefers: Prefers,
  stance: Stance,
  leaving: number | null = null,
): readonly Temptation[] {
  const moves = movesOf(negotiation);
  const own = ownMoves(moves);
  const count = negotiation.profiles.length;
  const anything = reachOver(count, moves);
  const credible = reachOver(
    count,
    moves.filter(({ mover, from, to }) => prefers.strictly(mover, to, from, stance)),
  );
  return moves
    .filter(
      ({ mover, from, to }) =>
        (leaving === null || from === leaving) && prefers.strictly(mover, to, from, DUAL[stance]),
    )
    .map(({ mover: i, from, to }) => {
      const deters = (z: number) => prefers.weakly(i, from, z, stance);
      const gmr = anything(i, to).filter(deters);
      return {
        stakeholder: i,
        from,
        to,
        gmr,
        smr: gmr.filter((z) => (own.get(i)?.get(z) ?? []).every(deters)),
        seq: credible(i, to).filter(deters),
      };
    });
}
