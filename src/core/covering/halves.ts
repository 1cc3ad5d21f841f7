import { better, type Choice, type Cover, choice, hopeless, type Objective } from './cover';
import type { CoverTree } from './cover-tree';

/** With at most so many candidates the answer must be proven (§4). */
export const EXHAUSTIBLE = 24;

/** All subsets of one half by ascending value; subset k's figures stand at k of each list. */
interface Half {
  readonly members: readonly (readonly number[])[];
  readonly shifts: Float64Array;
  readonly counts: Float64Array;
  readonly sums: readonly Float64Array[];
  /** Bit b is the half's b-th candidate. */
  readonly masks: Int32Array;
  /** By candidate, its bit, 0 where it is of the other half. */
  readonly bits: Int32Array;
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
  const left = halfOf(
    cover,
    available.filter((_, k) => k % 2 === 0),
    objective,
  );
  const right = halfOf(
    cover,
    available.filter((_, k) => k % 2 === 1),
    objective,
  );
  const holds = test(tree, left, right);
  let best: Choice | null = null;
  for (let one = 0; one < left.members.length; one++) {
    if (hopeless(cover, objective, left.shifts[one]!, left.counts[one]!, best)) break;
    for (let other = 0; other < right.members.length; other++) {
      const shift = left.shifts[one]! + right.shifts[other]!;
      if (hopeless(cover, objective, shift, left.counts[one]! + right.counts[other]!, best)) break;
      if (!holds(one, other)) continue;
      const found = choice(cover, [...left.members[one]!, ...right.members[other]!], true);
      if (better(cover, objective, found, best)) best = found;
    }
  }
  return best;
}

function halfOf(cover: Cover, candidates: readonly number[], objective: Objective): Half {
  const subsets = Array.from({ length: 2 ** candidates.length }, (_, mask) => {
    const members = candidates.filter((_, bit) => ((mask >> bit) & 1) === 1);
    return { mask, members, shift: total(cover.costs, members) };
  });
  subsets.sort((a, b) => {
    const fewer = a.members.length - b.members.length;
    return objective === 'count' ? fewer || a.shift - b.shift : a.shift - b.shift || fewer;
  });
  const bits = new Int32Array(cover.costs.length);
  candidates.forEach((candidate, bit) => {
    bits[candidate] = 1 << bit;
  });
  return {
    members: subsets.map(({ members }) => members),
    shifts: Float64Array.from(subsets, ({ shift }) => shift),
    counts: Float64Array.from(subsets, ({ members }) => members.length),
    sums: cover.weights.map((weight) => Float64Array.from(subsets, ({ members }) => total(weight, members))),
    masks: Int32Array.from(subsets, ({ mask }) => mask),
    bits,
  };
}

function total(values: Float64Array, members: readonly number[]): number {
  return members.reduce((sum, member) => sum + values[member]!, 0);
}

/** Whether the tree holds of the union of a subset of each half, given by their places in the lists. */
function test(tree: CoverTree, left: Half, right: Half): (one: number, other: number) => boolean {
  switch (tree.kind) {
    case 'weight': {
      const [a, b] = [left.sums[tree.dimension]!, right.sums[tree.dimension]!];
      return (one, other) => a[one]! + b[other]! >= tree.need;
    }
    case 'count':
      return (one, other) => left.counts[one]! + right.counts[other]! >= tree.need;
    case 'all':
    case 'any': {
      const maskOf = ({ bits }: Half) => tree.elements.reduce((mask, element) => mask | bits[element]!, 0);
      const [a, b] = [maskOf(left), maskOf(right)];
      const within = tree.elements.every((element) => left.bits[element] !== 0 || right.bits[element] !== 0);
      if (tree.kind === 'all' && !within) return () => false;
      return tree.kind === 'all'
        ? (one, other) => (left.masks[one]! & a) === a && (right.masks[other]! & b) === b
        : (one, other) => (left.masks[one]! & a) !== 0 || (right.masks[other]! & b) !== 0;
    }
    case 'allOf':
    case 'anyOf': {
      const nodes = tree.nodes.map((node) => test(node, left, right));
      return tree.kind === 'allOf'
        ? (one, other) => nodes.every((node) => node(one, other))
        : (one, other) => nodes.some((node) => node(one, other));
    }
  }
}
