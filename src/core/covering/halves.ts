import { better, type Choice, type Cover, choice, hopeless, type Objective } from './cover';
import type { CoverTree } from './cover-tree';
import { Load } from './load';

/** With at most so many candidates the answer must be proven (§4). */
export const EXHAUSTIBLE = 24;

interface Half {
  readonly members: readonly number[];
  readonly shift: number;
}

/**
 * The best set, exhaustively: every subset of one half, by ascending value, with every subset of the other until
 * one satisfies the tree or is no longer better. At most 2^12 · 2^12 tests with 24 candidates, of which the
 * bounds leave few; only problems that outlast branch and bound come here.
 */
export function halves(
  cover: Cover,
  tree: CoverTree,
  available: readonly number[],
  objective: Objective,
): Choice | null {
  // Alternating, so that both halves hold cheap and dear candidates.
  const left = subsets(
    cover,
    available.filter((_, k) => k % 2 === 0),
    objective,
  );
  const right = subsets(
    cover,
    available.filter((_, k) => k % 2 === 1),
    objective,
  );
  const load = new Load(cover.costs.length, cover.weights);
  let best: Choice | null = null;
  for (const one of left) {
    if (worse(cover, objective, one, NONE, best)) break;
    for (const member of one.members) load.add(member);
    for (const other of right) {
      if (worse(cover, objective, one, other, best)) break;
      for (const member of other.members) load.add(member);
      const holds = load.satisfies(tree);
      for (const member of other.members) load.remove(member);
      if (!holds) continue;
      const found = choice(cover, [...one.members, ...other.members], true);
      if (better(cover, objective, found, best)) best = found;
    }
    for (const member of one.members) load.remove(member);
  }
  return best;
}

const NONE: Half = { members: [], shift: 0 };

/** Whether the union is for certain no better than the best; monotone along both lists. */
function worse(cover: Cover, objective: Objective, one: Half, other: Half, best: Choice | null): boolean {
  const count = one.members.length + other.members.length;
  return hopeless(cover, objective, one.shift + other.shift, count, best);
}

function subsets(cover: Cover, candidates: readonly number[], objective: Objective): Half[] {
  let all: Half[] = [NONE];
  for (const candidate of candidates) {
    all = all.flatMap((half) => [
      half,
      { members: [...half.members, candidate], shift: half.shift + cover.costs[candidate]! },
    ]);
  }
  const byCount = (a: Half, b: Half) => a.members.length - b.members.length;
  const byShift = (a: Half, b: Half) => a.shift - b.shift;
  return all.sort((a, b) =>
    objective === 'count' ? byCount(a, b) || byShift(a, b) : byShift(a, b) || byCount(a, b),
  );
}
