import type { ByStance, StabilityRow, Stance } from '../model';
import { DUAL } from './oracle-stances';
import { at, byStance, type Standing } from './oracle-standing';

interface Move {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
}

/** §6: the moves that the negotiation lists, else those that change one stakeholder's strategy. */
function movesOf({ negotiation, profiles, stakeholders }: Standing): readonly Move[] {
  if (negotiation.moves !== null) {
    return negotiation.moves.map(({ stakeholder, from, to }) => ({ mover: stakeholder, from, to }));
  }
  const strategy = (x: number, i: number): string | undefined =>
    at(negotiation.profiles, x).strategies.get(i);
  const moves: Move[] = [];
  for (const from of profiles) {
    for (const to of profiles) {
      const named = stakeholders.every(
        (i) => (strategy(from, i) === undefined) === (strategy(to, i) === undefined),
      );
      const changed = stakeholders.filter((i) => strategy(from, i) !== strategy(to, i));
      const [mover, ...others] = changed;
      if (named && mover !== undefined && others.length === 0) moves.push({ mover, from, to });
    }
  }
  return moves;
}

/** Where a sequence of at least one of the moves leads from y, nobody moving twice running. */
function reachable(moves: readonly Move[], y: number): ReadonlySet<number> {
  const seen = new Map<string, Move>();
  const pending = moves.filter((move) => move.from === y);
  for (let move = pending.pop(); move !== undefined; move = pending.pop()) {
    const last = move;
    const state = `${last.to} after ${last.mover}`;
    if (seen.has(state)) continue;
    seen.set(state, last);
    pending.push(...moves.filter((next) => next.from === last.to && next.mover !== last.mover));
  }
  return new Set([...seen.values()].map((move) => move.to));
}

/** The four concepts and the temptations of a profile, read off the table of §6. */
export function stabilityOf(standing: Standing, x: number): ByStance<StabilityRow> {
  const moves = movesOf(standing);
  const moot = !moves.some((move) => move.from === x || move.to === x);
  return byStance((stance) =>
    moot
      ? { nash: null, gmr: null, smr: null, seq: null, temptations: [] }
      : rowOf(standing, moves, stance, x),
  );
}

/** What would deter i from leaving x for y, by concept: where the others could take y, as profiles by index. */
export interface Sanctions {
  readonly gmr: readonly number[];
  readonly smr: readonly number[];
  readonly seq: readonly number[];
}

export function sanctionsOf(standing: Standing, stance: Stance, i: number, x: number, y: number): Sanctions {
  return sanctionsAmong(standing, movesOf(standing), stance, { mover: i, from: x, to: y });
}

function reach({ profiles }: Standing, moves: readonly Move[], i: number, from: number): readonly number[] {
  return profiles.filter((to) =>
    moves.some((move) => move.mover === i && move.from === from && move.to === to),
  );
}

function sanctionsAmong(
  standing: Standing,
  moves: readonly Move[],
  stance: Stance,
  { mover: i, from: x, to: y }: Move,
): Sanctions {
  const deters = (z: number): boolean => standing.weakly(stance, i, x, z);
  const others = moves.filter((move) => move.mover !== i);
  const credible = others.filter((move) => standing.strictly(stance, move.mover, move.to, move.from));
  const gmr = [...reachable(others, y)].filter(deters);
  return {
    gmr,
    smr: gmr.filter((z) => reach(standing, moves, i, z).every(deters)),
    seq: [...reachable(credible, y)].filter(deters),
  };
}

function rowOf(standing: Standing, moves: readonly Move[], stance: Stance, x: number): StabilityRow {
  const { negotiation, stakeholders } = standing;
  const temptations = stakeholders.flatMap((i) =>
    reach(standing, moves, i, x)
      .filter((y) => standing.strictly(DUAL[stance], i, y, x))
      .map((y) => ({ i, y })),
  );
  const deterred = temptations.map(({ i, y }) =>
    sanctionsAmong(standing, moves, stance, { mover: i, from: x, to: y }),
  );
  return {
    nash: temptations.length === 0,
    gmr: deterred.every(({ gmr }) => gmr.length > 0),
    smr: deterred.every(({ smr }) => smr.length > 0),
    seq: deterred.every(({ seq }) => seq.length > 0),
    temptations: temptations.map(({ i, y }) => ({
      stakeholder: at(negotiation.stakeholders, i).id,
      to: at(negotiation.profiles, y).id,
    })),
  };
}
