import type { Game } from './game';

/** Every game of so few players is solved exactly, whatever its weights. */
export const ALWAYS_EXACT = 24;
const BOUND = 1e9;
/** Swing counts of n players have up to 0.3·n digits each; past this many players they are not written out. */
const MOST_PLAYERS = 4096;

/**
 * Which indices aggregation.md §4 "Power" wants exact: with n ≤ 24 both; otherwise where n · ∏ (min(q, W − q + 1) + 1)
 * over the quota nodes, times n where there are members nodes, is at most 10⁹ the Banzhaf index, and where it is
 * so times n again the Shapley–Shubik index. Equal nodes count once. Where there are members nodes the size of the
 * coalition is counted already and Shapley–Shubik costs no more, so it is exact wherever Banzhaf is.
 */
export function exactBound(game: Game): { readonly banzhaf: boolean; readonly shapleyShubik: boolean } {
  const n = game.players;
  if (n <= ALWAYS_EXACT || typeof game.formula === 'boolean') return { banzhaf: true, shapleyShubik: true };
  let work = n;
  let members = false;
  for (const atom of game.atoms) {
    if (atom.kind === 'quota')
      work *= Math.min(atom.quota, (game.totals[atom.axis] ?? 0) - atom.quota + 1) + 1;
    else if (atom.kind === 'size') members = true;
  }
  if (members) work *= n;
  const banzhaf = work <= BOUND && n <= MOST_PLAYERS;
  return { banzhaf, shapleyShubik: banzhaf && (members || work * n <= BOUND) };
}
