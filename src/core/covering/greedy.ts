import { better, type Choice, type Cover, choice, type Objective } from './cover';
import type { CoverTree } from './cover-tree';
import { Load } from './load';

/**
 * A first set to beat, and the order to branch in: candidates by how much of the needs they bring for their
 * cost (or, for fewest joiners, at all), until the tree holds; then the dearest that are not needed leave again.
 * `null` where even all available candidates do not satisfy the tree.
 */
export function greedy(
  cover: Cover,
  tree: CoverTree,
  available: readonly number[],
  objective: Objective,
): { readonly best: Choice; readonly order: readonly number[] } | null {
  const value = contributions(cover, tree, available);
  const byNumber = (a: number, b: number) => a - b;
  const price = (candidate: number) => cover.costs[candidate]! / value[candidate]!;
  const byPrice = [...available].sort((a, b) => price(a) - price(b) || byNumber(a, b));
  const byValue = [...available].sort((a, b) => value[b]! - value[a]! || byNumber(a, b));
  const cheap = trimmed(cover, tree, byPrice);
  const few = trimmed(cover, tree, byValue);
  if (cheap === null || few === null) return null;
  const best = better(cover, objective, few, cheap) ? few : cheap;
  return { best, order: objective === 'shift' ? byPrice : byValue };
}

/** By candidate, the sum over the leaves of the part of what each needs that the candidate brings. */
function contributions(cover: Cover, tree: CoverTree, available: readonly number[]): Float64Array {
  const value = new Float64Array(cover.costs.length).fill(2 ** -20);
  const visit = (node: CoverTree): void => {
    switch (node.kind) {
      case 'weight':
        for (const candidate of available) {
          value[candidate]! += Math.min(1, cover.weights[node.dimension]![candidate]! / node.need);
        }
        return;
      case 'count':
        for (const candidate of available) value[candidate]! += 1 / node.need;
        return;
      case 'all':
        for (const element of node.elements) value[element]! += 1 / node.elements.length;
        return;
      case 'any':
        for (const element of node.elements) value[element]! += 1;
        return;
      case 'allOf':
      case 'anyOf':
        node.nodes.forEach(visit);
        return;
    }
  };
  visit(tree);
  return value;
}

function trimmed(cover: Cover, tree: CoverTree, order: readonly number[]): Choice | null {
  const load = new Load(cover.costs.length, cover.weights);
  const chosen: number[] = [];
  for (const candidate of order) {
    if (load.satisfies(tree)) break;
    load.add(candidate);
    chosen.push(candidate);
  }
  if (!load.satisfies(tree)) return null;
  const kept = [...chosen]
    .sort((a, b) => b - a)
    .filter((candidate) => {
      load.remove(candidate);
      if (load.satisfies(tree)) return false;
      load.add(candidate);
      return true;
    });
  return choice(cover, kept, false);
}
