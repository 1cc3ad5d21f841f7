import type { Move } from './moves';

/** Answers, ascending: the profiles that the others than `without` can reach from `start`. */
export type Reach = (without: number, start: number) => readonly number[];

/**
 * Nobody moves twice running, and one stakeholder (whose deviation is being answered) not at all. Of the movers
 * of one step, both may be shut out, and two that remain already allow every continuation, whichever of them
 * moved. So four movers per ordered pair of profiles stand for any number of them.
 */
const MOVERS_KEPT = 4;

/**
 * R₋ᵢ(y) of aggregation.md §6 over the given moves: what a sequence of at least one move reaches in which i has no
 * part and nobody moves twice running. (Give it only the moves that their mover strictly prefers, for R⁺₋ᵢ.)
 *
 * Cost per answer O(m²): at most four moves per ordered pair of profiles, each followed at most once per answer.
 * Answers are kept, one for all stakeholders that own none of the moves kept.
 */
export function reachOver(profiles: number, moves: readonly Move[]): Reach {
  const from = sparse(profiles, moves);
  const movers = new Set(from.flatMap((list) => list.map(({ mover }) => mover)));
  const known = new Map<number, (readonly number[] | undefined)[]>();
  return (without, start) => {
    const key = movers.has(without) ? without : -1;
    const answers = known.get(key) ?? new Array<readonly number[] | undefined>(profiles).fill(undefined);
    known.set(key, answers);
    const answer = answers[start] ?? walk(from, without, start);
    answers[start] = answer;
    return answer;
  };
}

function sparse(profiles: number, moves: readonly Move[]): readonly (readonly Move[])[] {
  const from: Move[][] = Array.from({ length: profiles }, () => []);
  const kept = new Uint8Array(profiles * profiles);
  for (const move of moves) {
    const pair = move.from * profiles + move.to;
    if ((kept[pair] ?? 0) >= MOVERS_KEPT) continue;
    kept[pair] = (kept[pair] ?? 0) + 1;
    from[move.from]?.push(move);
  }
  return from;
}

/**
 * States are (profile, last mover). The first arrival at a profile opens every move but the last mover's; a
 * second one by somebody else opens those too; a third adds nothing.
 */
function walk(from: readonly (readonly Move[])[], without: number, start: number): readonly number[] {
  const reached = new Set<number>();
  const firstMover = new Map<number, number>();
  const open = new Set<number>();
  const queue: Move[] = [];
  const follow = (at: number, allowed: (mover: number) => boolean): void => {
    for (const move of from[at] ?? []) {
      if (move.mover !== without && allowed(move.mover)) queue.push(move);
    }
  };
  open.add(start);
  follow(start, () => true);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { to, mover } = next;
    reached.add(to);
    if (open.has(to)) continue;
    const first = firstMover.get(to);
    if (first === undefined) {
      firstMover.set(to, mover);
      follow(to, (other) => other !== mover);
    } else if (first !== mover) {
      open.add(to);
      follow(to, (other) => other === first);
    }
  }
  return [...reached].sort((a, b) => a - b);
}
