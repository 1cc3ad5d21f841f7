import type { Cover } from './cover';
import type { CoverTree } from './cover-tree';
import { divisor } from './lattice';
import type { Resource } from './surrogate';

/**
 * The same requirement of these candidates, put so that its fractional cover is dearer: what they bring is a multiple of
 * their greatest common divisor, so that the need is one too (of equal weights it is a number of members then), and
 * who brings more than is needed brings what is needed.
 */
export function tight({ load, need }: Resource, candidates: readonly number[]): Resource {
  const whole = tightNeed(load, need, candidates);
  let most = load;
  for (let k = 0; k < load.length; k++) {
    if (load[k]! <= whole) continue;
    if (most === load) most = load.slice();
    most[k] = whole;
  }
  return { load: most, need: whole };
}

function tightNeed(load: Float64Array, need: number, candidates: readonly number[]): number {
  let common = 0;
  for (const candidate of candidates) {
    common = divisor(common, load[candidate]!);
    if (common === 1) return need;
  }
  return common === 0 ? need : Math.ceil(need / common) * common;
}

/** The same of every weight that a tree asks for. */
export function tightTree(cover: Cover, tree: CoverTree, candidates: readonly number[]): CoverTree {
  switch (tree.kind) {
    case 'weight':
      return { ...tree, need: tightNeed(cover.weights[tree.dimension]!, tree.need, candidates) };
    case 'allOf':
    case 'anyOf':
      return { kind: tree.kind, nodes: tree.nodes.map((node) => tightTree(cover, node, candidates)) };
    default:
      return tree;
  }
}
