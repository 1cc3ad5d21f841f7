import { branchAndBound } from './branch-and-bound';
import { conjunctionCover, isNeed } from './conjunction-cover';
import { type Budget, better, type Choice, type Cover, choice, type Objective } from './cover';
import { after, alternatives, type CoverTree, type Residual } from './cover-tree';

/**
 * The best set of `available` candidates (ascending) that satisfies the tree, or the best one found within the
 * budget; `null` where even all of them do not. Members nodes alone, sets and their alternatives are closed
 * forms; a lone quota and a general tree are searched. With at most 24 candidates the answer is always proven.
 *
 * @param beaten A set that will do as well, if it is better: it may be given back where nothing better was found.
 */
export function solve(
  cover: Cover,
  tree: Residual,
  available: readonly number[],
  objective: Objective,
  budget: Budget,
  beaten: Choice | null = null,
): Choice | null {
  if (tree === false) return null;
  if (tree === true) return choice(cover, [], true);
  switch (tree.kind) {
    case 'count':
      // Costs ascend with the number, so the first are both the cheapest and no more than needed.
      return tree.need > available.length ? null : choice(cover, available.slice(0, tree.need), true);
    case 'any': {
      const open = new Set(available);
      const cheapest = tree.elements.find((element) => open.has(element));
      return cheapest === undefined ? null : choice(cover, [cheapest], true);
    }
    case 'all': {
      const open = new Set(available);
      return tree.elements.every((element) => open.has(element)) ? choice(cover, tree.elements, true) : null;
    }
    case 'weight':
      return conjunctionCover(cover, [tree], available, objective, budget, beaten);
    case 'anyOf':
      return bestOf(cover, tree.nodes, available, objective, budget, beaten);
    case 'allOf':
      return solveAll(cover, tree.nodes, available, objective, budget, beaten);
  }
}

/** The best answer to any of the nodes: proven when each is. */
function bestOf(
  cover: Cover,
  nodes: readonly Residual[],
  available: readonly number[],
  objective: Objective,
  budget: Budget,
  beaten: Choice | null,
): Choice | null {
  let best = beaten;
  let possible = false;
  let proven = true;
  for (const node of nodes) {
    const found: Choice | null = solve(cover, node, available, objective, budget, best);
    if (found === null) continue;
    possible = true;
    proven &&= found.proven;
    if (better(cover, objective, found, best)) best = found;
  }
  return best === null || !possible ? null : { ...best, proven };
}

/** Candidates that every answer must hold are taken first; what is then left is often a single node. */
function solveAll(
  cover: Cover,
  nodes: readonly CoverTree[],
  available: readonly number[],
  objective: Objective,
  budget: Budget,
  beaten: Choice | null,
): Choice | null {
  const tree: CoverTree = { kind: 'allOf', nodes };
  const forced = new Set<number>();
  for (const node of nodes) if (node.kind === 'all') for (const element of node.elements) forced.add(element);
  if (forced.size === 0) {
    const needs = nodes.filter(isNeed);
    if (needs.length === nodes.length)
      return conjunctionCover(cover, needs, available, objective, budget, beaten);
    const split = alternatives(nodes);
    return split === null
      ? branchAndBound(cover, tree, available, objective, budget)
      : bestOf(cover, split, available, objective, budget, beaten);
  }
  const open = new Set(available);
  for (const element of forced) if (!open.has(element)) return null;
  const rest = solve(
    cover,
    after(tree, forced, cover.weights),
    available.filter((candidate) => !forced.has(candidate)),
    objective,
    budget,
  );
  return rest === null ? null : choice(cover, [...forced, ...rest.chosen], rest.proven);
}
