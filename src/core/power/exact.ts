import { countSwings } from './count-swings';
import { enumerateSwings } from './enumerate';
import { ALWAYS_EXACT } from './exact-bound';
import type { Game } from './game';
import { nearestDouble } from './nearest-double';
import { oneQuotaSwings } from './one-quota';
import { planFor } from './plan';
import { termsOf } from './terms';

/** At most this many residues in one generating function (256 MB); games within the spec's bound stay below. */
const CELL_LIMIT = 1 << 26;
/** Additions, over all includes conditions. Includes nodes multiply the work; the spec's bound leaves them out. */
const WORK_LIMIT = 2e10;

/**
 * Swings per type of player, by size of the coalition or in all (`countSwings`). `null` where the rule's includes
 * nodes, its many thresholds or mixed quotas make counting too dear, and there are too many players to enumerate.
 */
export function exactSwings(game: Game, bySize: boolean): bigint[][] | null {
  const n = game.players;
  // A rule that is adequate for nobody or for all: nobody ever swings.
  if (typeof game.formula === 'boolean') return game.types.map(() => [0n]);
  const short = oneQuotaSwings(game, bySize);
  if (short !== null) return short;
  const plan = planFor(game);
  const cells = plan.cells * (bySize ? n + 1 : 1);
  const perPass = cells * n * (plan.mixed ? 2 * Math.ceil(Math.log2(n + 1)) : 1);
  const small = n <= ALWAYS_EXACT;
  const enumeration = small ? 2 ** n * (n + game.atoms.length) : Infinity;
  const feasible = cells * (plan.mixed ? Math.ceil(Math.log2(n + 1)) : 1) <= CELL_LIMIT;
  const terms = feasible && perPass < enumeration ? termsOf(game, plan.coordinates, bySize) : null;
  if (terms !== null) {
    const passes = new Set(terms.map(({ forced }) => forced.join(' '))).size;
    if (passes * perPass <= Math.min(WORK_LIMIT, enumeration)) return countSwings(game, plan, terms, bySize);
  }
  if (!small) return null;
  const swings = enumerateSwings(game);
  return bySize ? swings : swings.map((sizes) => [sum(sizes)]);
}

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** Per type: swings in all and the normalised Banzhaf index (0 where nobody ever swings). */
export function banzhafOf(
  game: Game,
  swings: readonly (readonly bigint[])[],
): readonly { readonly swings: bigint; readonly index: number }[] {
  const own = swings.map(sum);
  const all = sum(own.map((s, t) => s * BigInt(game.types[t]?.members.length ?? 0)));
  return own.map((s) => ({ swings: s, index: all === 0n ? 0 : nearestDouble(s, all) }));
}

/** Per type: Σ over sizes of swings · s!·(n − s − 1)!/n!. The swings must be by size. */
export function shapleyShubikOf(game: Game, swings: readonly (readonly bigint[])[]): readonly number[] {
  if (swings.flat().every((count) => count === 0n)) return swings.map(() => 0);
  const factorials = [1n];
  for (let k = 1; k <= game.players; k++) factorials.push(factorials[k - 1]! * BigInt(k));
  const orders = factorials.slice(0, -1).map((f, s, all) => f * all[all.length - 1 - s]!);
  return swings.map((sizes) =>
    nearestDouble(sum(sizes.map((count, s) => count * orders[s]!)), factorials[game.players]!),
  );
}
