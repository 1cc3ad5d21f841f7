import { searchOut } from './conjunction-search';
import {
  type Budget,
  better,
  type Choice,
  type Cover,
  choice,
  gather,
  hopeless,
  type Objective,
} from './cover';
import type { CoverTree } from './cover-tree';
import { cutAt } from './cut';
import { deviationSearch } from './deviation-search';
import { firstSet } from './first-set';
import { EXHAUSTIBLE, halves } from './halves';
import { latticeOf, raised } from './lattice';
import { quotaHalves } from './quota-halves';
import { relaxation } from './relaxation';
import { type Resource, surrogate } from './surrogate';
import { tight } from './tight';

/** A tree that asks for weight, for members or for some by name, and is not made of others. */
type Need = Exclude<CoverTree, { readonly nodes: readonly CoverTree[] }>;

export const isNeed = (tree: CoverTree): tree is Need => !('nodes' in tree);

/**
 * The best set that meets every one of the needs: a multidimensional covering knapsack. Fewest joiners takes two
 * searches: for the count, then for the least shift with no more members than that. Proven where both were
 * searched out; past the budget at most 24 candidates are exhausted by halves.
 *
 * @param beaten A set that meets something else as good. Where nothing is found that is better, it is the answer, and
 * proven says that nothing is.
 */
export function conjunctionCover(
  cover: Cover,
  needs: readonly Need[],
  available: readonly number[],
  objective: Objective,
  budget: Budget,
  beaten: Choice | null,
): Choice | null {
  const asked = needs.map((leaf) => resourceOf(cover, leaf));
  // Who brings nothing of what is needed is in no best set.
  const useful = available.filter((candidate) => bringsAny(asked, candidate));
  const resources = asked.map((resource) => tight(resource, useful));
  const first = firstSet(cover, resources, useful);
  if (first === null) return null;
  const start = better(cover, objective, first, beaten) ? first : (beaten ?? first);
  const found = search(cover, resources, useful, objective, budget, start);
  if (found.proven || available.length > EXHAUSTIBLE) return found;
  const only = resources.length === 1 ? resources[0] : undefined;
  return only === undefined
    ? halves(cover, { kind: 'allOf', nodes: needs }, useful, objective)
    : quotaHalves(cover, only.load, only.need, useful, objective);
}

function bringsAny(resources: readonly Resource[], candidate: number): boolean {
  for (let k = 0; k < resources.length; k++) if (resources[k]!.load[candidate]! > 0) return true;
  return false;
}

function resourceOf(cover: Cover, leaf: Need): Resource {
  if (leaf.kind === 'weight') return { load: cover.weights[leaf.dimension]!, need: leaf.need };
  const load = new Float64Array(cover.costs.length);
  if (leaf.kind === 'count') return { load: load.fill(1), need: leaf.need };
  for (const element of leaf.elements) load[element] = 1;
  return { load, need: leaf.kind === 'any' ? 1 : leaf.elements.length };
}

/** Where there are several resources, first with half of the budget by how little a set deviates from the relaxation. */
function search(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  objective: Objective,
  budget: Budget,
  start: Choice,
): Choice {
  let best = start;
  // Where nobody costs anything no cost tells whom a relaxation would take.
  if (resources.length > 1 && cover.costs[candidates.at(-1)!]! > 0) {
    const half = { left: budget.left / 2 };
    best = leastDeviating(cover, resources, candidates, objective, half, start);
    budget.left -= budget.left / 2 - half.left;
    if (best.proven) return best;
  }
  return objective === 'shift'
    ? leastShift(cover, resources, candidates, candidates.length, best, budget)
    : fewest(cover, resources, candidates, best, budget);
}

/** For fewest joiners one count after the other is tried, from the fewest that meet the resources at least in part. */
function leastDeviating(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  objective: Objective,
  budget: Budget,
  start: Choice,
): Choice {
  const costs = gather(cover.costs, candidates);
  const ones = new Float64Array(candidates.length).fill(1);
  const asked = resources.map(({ load, need }) => ({ load: gather(load, candidates), need }));
  const lattice = latticeOf(cover, candidates);
  const least = Math.max(0, Math.ceil(relaxation(ones, asked).bound));
  const among = (fewest: number, most: number, before: Choice | null) => {
    let best = before;
    const members = [{ load: ones, need: fewest }];
    if (most < candidates.length) members.push({ load: ones.map(() => -1), need: -most });
    const aim = {
      hopeless: (cost: number, count: number) => {
        const some = Math.max(fewest, count);
        return some > most || hopeless(cover, 'shift', raised(lattice, cost, some, most), some, best);
      },
      offer: (positions: readonly number[]) => {
        const found = choice(
          cover,
          positions.map((position) => candidates[position]!),
          false,
        );
        if (better(cover, 'shift', found, best)) best = found;
      },
      ceiling: () =>
        best === null ? Number.POSITIVE_INFINITY : best.shift + cover.rounding * best.chosen.length,
    };
    const proven = deviationSearch(costs, [...asked, ...members], aim, budget);
    return { best, proven };
  };
  if (objective === 'shift') {
    const { best, proven } = among(least, candidates.length, start);
    return { ...(best ?? start), proven };
  }
  const enough = start.chosen.length;
  for (let count = least; count <= enough; count++) {
    const { best, proven } = among(count, count, count === enough ? start : null);
    if (best !== null || !proven) return { ...(best ?? start), proven };
  }
  // Nothing has so few members that it could be better.
  return { ...start, proven: true };
}

function fewest(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  start: Choice,
  budget: Budget,
): Choice {
  const fewestFirst = leastCount(cover, resources, candidates, start, { left: budget.left / 2 });
  // Where nothing costs anything the count is all that matters.
  if (fewestFirst.shift === 0 && cover.rounding === 0) return fewestFirst;
  const cap = fewestFirst.chosen.length;
  const found = leastShift(cover, resources, candidates, cap, { ...fewestFirst, proven: false }, budget);
  return { ...found, proven: found.proven && fewestFirst.proven };
}

/** The fewest members, whatever they cost. */
function leastCount(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  start: Choice,
  budget: Budget,
): Choice {
  let best = start;
  const enough = Math.max(...resources.map((resource) => fewestFor(resource, candidates)));
  if (best.chosen.length === enough) return { ...best, proven: true };
  const costs = new Float64Array(candidates.length).fill(1);
  const proven = searchOut(
    {
      candidates,
      costs,
      resources,
      surrogate: surrogate(cover, resources, candidates, costs, candidates.length),
      lattice: { step: 1, rest: 0 },
    },
    {
      cap: candidates.length,
      hopeless: (cost, count) => Math.max(cost, count, enough) >= best.chosen.length,
      offer: ({ members }) => {
        best = choice(cover, members, false);
      },
    },
    budget,
  );
  return { ...best, proven };
}

/** The least shift with at most `cap` members; `start` is one. */
function leastShift(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  cap: number,
  start: Choice,
  budget: Budget,
): Choice {
  let best = start;
  const costs = gather(cover.costs, candidates);
  const proven = searchOut(
    {
      candidates,
      costs,
      resources,
      surrogate: surrogate(cover, resources, candidates, costs, cap),
      lattice: latticeOf(cover, candidates),
    },
    {
      cap,
      hopeless: (cost, count) => hopeless(cover, 'shift', cost, count, best),
      offer: ({ members }) => {
        const found = choice(cover, members, false);
        if (better(cover, 'shift', found, best)) best = found;
      },
    },
    budget,
  );
  return { ...best, proven };
}

/** The fewest candidates that meet one resource alone: its heaviest. */
function fewestFor({ load, need }: Resource, candidates: readonly number[]): number {
  const loads = gather(load, candidates);
  const heaviestFirst = new Float64Array(loads.length);
  for (let k = 0; k < loads.length; k++) heaviestFirst[k] = -loads[k]!;
  const cut = cutAt(heaviestFirst, loads, need);
  return cut === null ? 0 : cut.last + 1;
}
