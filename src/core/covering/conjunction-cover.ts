import { ConjunctionSearch } from './conjunction-search';
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
import { firstSet } from './first-set';
import { EXHAUSTIBLE, halves } from './halves';
import { latticeOf } from './lattice';
import { quotaHalves } from './quota-halves';
import { type Resource, surrogate } from './surrogate';
import { tight } from './tight';

/** A tree that asks for weights and members only, all of them at once. */
export type Needs = readonly Extract<CoverTree, { readonly need: number }>[];

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
  needs: Needs,
  available: readonly number[],
  objective: Objective,
  budget: Budget,
  beaten: Choice | null,
): Choice | null {
  const ones = new Float64Array(cover.costs.length).fill(1);
  const asked = needs.map((leaf) => ({
    load: leaf.kind === 'weight' ? cover.weights[leaf.dimension]! : ones,
    need: leaf.need,
  }));
  // Who brings nothing of what is needed is in no best set.
  const useful = available.filter((candidate) => asked.some(({ load }) => load[candidate]! > 0));
  const resources = asked.map((resource) => tight(resource, useful));
  const first = firstSet(cover, resources, useful);
  if (first === null) return null;
  const start = better(cover, objective, first, beaten) ? first : (beaten ?? first);
  const found =
    objective === 'shift'
      ? leastShift(cover, resources, useful, useful.length, start, budget)
      : fewest(cover, resources, useful, start, budget);
  if (found.proven || available.length > EXHAUSTIBLE) return found;
  const only = resources.length === 1 ? resources[0] : undefined;
  return only === undefined
    ? halves(cover, { kind: 'allOf', nodes: needs }, useful, objective)
    : quotaHalves(cover, only.load, only.need, useful, objective);
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
  const search = new ConjunctionSearch(
    candidates,
    costs,
    resources,
    surrogate(cover, resources, candidates, costs, candidates.length),
    {
      cap: candidates.length,
      hopeless: (cost, count) => Math.max(cost, count, enough) >= best.chosen.length,
      offer: ({ members }) => {
        best = choice(cover, members, false);
      },
    },
    budget,
    { step: 1, rest: 0 },
  );
  const proven = search.run();
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
  const search = new ConjunctionSearch(
    candidates,
    costs,
    resources,
    surrogate(cover, resources, candidates, costs, cap),
    {
      cap,
      hopeless: (cost, count) => hopeless(cover, 'shift', cost, count, best),
      offer: ({ members }) => {
        const found = choice(cover, members, false);
        if (better(cover, 'shift', found, best)) best = found;
      },
    },
    budget,
    latticeOf(cover, candidates),
  );
  const proven = search.run();
  return { ...best, proven };
}

/** The fewest candidates that meet one resource alone: its heaviest. */
function fewestFor({ load, need }: Resource, candidates: readonly number[]): number {
  const heaviest = gather(load, candidates).sort();
  let [lacking, count] = [need, 0];
  while (lacking > 0) lacking -= heaviest[heaviest.length - ++count]!;
  return count;
}
