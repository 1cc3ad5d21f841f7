import { type ByStance, type Negotiation, STANCES, type Stance } from './model';
import { type Move, movesOf, type OwnMoves, ownMoves } from './stability/moves';
import { type Reach, reachOver } from './stability/reach';
import { DUAL } from './stance';

/** Preferences of §3: does stakeholder i strictly (weakly) prefer profile x to profile y under stance s? */
export interface Prefers {
  strictly(i: number, x: number, y: number, s: Stance): boolean;
  weakly(i: number, x: number, y: number, s: Stance): boolean;
}

/** One profile under one stance. The concepts are `null` where no move leads from the profile or to it. */
export interface StabilityVerdict {
  readonly nash: boolean | null;
  readonly gmr: boolean | null;
  readonly smr: boolean | null;
  readonly seq: boolean | null;
  /** In the order of stakeholders, then of profiles. */
  readonly temptations: readonly { readonly stakeholder: number; readonly to: number }[];
}

/**
 * Stability of every profile under every stance (aggregation.md §6; Fang, Hipel, Kilgour 1993). Stakeholders
 * without moves cost nothing. Beyond finding the moves (see `movesOf`) the cost is O(M·m) preference queries for
 * M moves, times the mover's moves from a sanction for `smr`, and O(m²) for each sanction set.
 */
export function stability(
  negotiation: Pick<Negotiation, 'stakeholders' | 'profiles' | 'moves'>,
  prefers: Prefers,
): readonly ByStance<StabilityVerdict>[] {
  const count = negotiation.profiles.length;
  const moves = movesOf(negotiation);
  const touched = new Uint8Array(count);
  for (const { from, to } of moves) touched[from] = touched[to] = 1;
  const graph = { moves, own: ownMoves(moves), anything: reachOver(count, moves) };
  const under = (s: Stance): StabilityVerdict[] =>
    verdicts(graph, prefers, s, count).map((v, x) =>
      touched[x] === 1 ? v : { nash: null, gmr: null, smr: null, seq: null, temptations: [] },
    );
  const [necessary = [], expected = [], possible = []] = STANCES.map(under);
  return necessary.flatMap((n, x) => {
    const e = expected[x];
    const p = possible[x];
    return e === undefined || p === undefined ? [] : [{ necessary: n, expected: e, possible: p }];
  });
}

interface Graph {
  readonly moves: readonly Move[];
  readonly own: OwnMoves;
  /** R₋ᵢ. */
  readonly anything: Reach;
}

function verdicts(graph: Graph, prefers: Prefers, s: Stance, count: number): StabilityVerdict[] {
  const stable = Array.from({ length: count }, () => ({
    nash: true,
    gmr: true,
    smr: true,
    seq: true,
    temptations: [] as { readonly stakeholder: number; readonly to: number }[],
  }));
  // R⁺₋ᵢ: only a sanction that its mover would take is counted on.
  const credible = reachOver(
    count,
    graph.moves.filter(({ mover, from, to }) => prefers.strictly(mover, to, from, s)),
  );
  for (const { mover: i, from: x, to: y } of graph.moves) {
    const at = stable[x];
    if (at === undefined || !prefers.strictly(i, y, x, DUAL[s])) continue;
    at.nash = false;
    at.temptations.push({ stakeholder: i, to: y });
    const deters = (z: number): boolean => prefers.weakly(i, x, z, s);
    const deterrents = graph.anything(i, y).filter(deters);
    const inescapable = (z: number): boolean => (graph.own.get(i)?.get(z) ?? []).every(deters);
    at.gmr &&= deterrents.length > 0;
    at.smr &&= deterrents.some(inescapable);
    at.seq &&= credible(i, y).some(deters);
  }
  return stable;
}
