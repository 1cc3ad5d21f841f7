import type { PowerResult, Rule, Stakeholder } from '../model';
import { banzhafOf, exactSwings, shapleyShubikOf } from './exact';
import { exactBound } from './exact-bound';
import { type Game, toGame } from './game';
import { type Estimate, samplePower } from './sampled';

/**
 * Power indices of the rule A, without needs, in the order given (aggregation.md §4 "Power"): swings, normalised
 * Banzhaf index, Shapley–Shubik index. `exact` where both indices are within the bound (`exactBound`); otherwise
 * sampled, with a Banzhaf index that is still exact, its interval a point, where that one is within its bound.
 *
 * Cost: at most about 10¹⁰ additions where exact, mostly far fewer; about 10⁸ steps where sampled.
 */
export function power(rule: Rule, stakeholders: readonly Stakeholder[]): PowerResult {
  const game = toGame(rule, stakeholders);
  const bound = exactBound(game);
  if (bound.shapleyShubik) {
    const swings = exactSwings(game, true);
    if (swings !== null) return exactResult(game, stakeholders, swings);
  }
  const swings = bound.banzhaf
    ? exactSwings(
        game,
        game.atoms.some(({ kind }) => kind === 'size'),
      )
    : null;
  const sampled = samplePower(game);
  const banzhaf =
    swings === null
      ? sampled.banzhaf
      : banzhafOf(game, swings).map(({ index }): Estimate => ({ index, interval: [index, index] }));
  return {
    method: 'sampled',
    seed: sampled.seed,
    samples: sampled.samples,
    stakeholders: perStakeholder(game, stakeholders, (t) => {
      const [b, s] = [banzhaf[t]!, sampled.shapleyShubik[t]!];
      return {
        banzhafSwings: null,
        banzhaf: b.index,
        banzhafInterval: b.interval,
        shapleyShubik: s.index,
        shapleyShubikInterval: s.interval,
      };
    }),
  };
}

function exactResult(game: Game, stakeholders: readonly Stakeholder[], swings: bigint[][]): PowerResult {
  const banzhaf = banzhafOf(game, swings);
  const shapleyShubik = shapleyShubikOf(game, swings);
  return {
    method: 'exact',
    stakeholders: perStakeholder(game, stakeholders, (t) => ({
      banzhafSwings: banzhaf[t]!.swings.toString(),
      banzhaf: banzhaf[t]!.index,
      shapleyShubik: shapleyShubik[t]!,
    })),
  };
}

function perStakeholder<Row extends object>(
  game: Game,
  stakeholders: readonly Stakeholder[],
  rowOf: (type: number) => Row,
): ({ readonly id: string } & Row)[] {
  const typeOf = new Int32Array(stakeholders.length);
  for (const [t, { members }] of game.types.entries()) for (const i of members) typeOf[i] = t;
  const rows = game.types.map((_, t) => rowOf(t));
  return stakeholders.map(({ id }, i) => ({ id, ...rows[typeOf[i]!]! }));
}
