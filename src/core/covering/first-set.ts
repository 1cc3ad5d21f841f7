import { type Choice, type Cover, choice } from './cover';
import type { Resource } from './surrogate';

/**
 * A set to beat: those that bring most of all that is needed, then without the dearest who are not needed. `null`
 * where even all candidates do not meet the needs. O(k) on average for k candidates.
 */
export function firstSet(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
): Choice | null {
  const chosen = mostValuable(valuesOf(cover, resources, candidates), resources, candidates);
  if (chosen === null) return null;
  /** What is brought beyond each need. */
  const beyond = new Float64Array(resources.map(({ need }) => -need));
  for (let r = 0; r < beyond.length; r++) {
    const { load } = resources[r]!;
    for (let k = 0; k < chosen.length; k++) beyond[r]! += load[chosen[k]!]!;
  }
  const kept: number[] = [];
  for (let k = chosen.length - 1; k >= 0; k--) {
    const candidate = chosen[k]!;
    let spared = true;
    for (let r = 0; spared && r < beyond.length; r++) spared = resources[r]!.load[candidate]! <= beyond[r]!;
    if (!spared) kept.push(candidate);
    else for (let r = 0; r < beyond.length; r++) beyond[r]! -= resources[r]!.load[candidate]!;
  }
  return choice(cover, kept, false);
}

/** By candidate, how much of each need it brings, all together. */
function valuesOf(cover: Cover, resources: readonly Resource[], candidates: readonly number[]): Float64Array {
  const value = new Float64Array(cover.costs.length);
  for (const { load, need } of resources) {
    for (let k = 0; k < candidates.length; k++) {
      const candidate = candidates[k]!;
      value[candidate]! += Math.min(1, load[candidate]! / need);
    }
  }
  return value;
}

/**
 * The fewest of the most valuable (ties: the cheaper) that meet every need, ascending; `null` where all do not. How many
 * they are follows from sums of integers, which come out the same in any order: quickselect will do.
 */
function mostValuable(
  value: Float64Array,
  resources: readonly Resource[],
  candidates: readonly number[],
): Int32Array | null {
  const order = Int32Array.from(candidates);
  const lacking = new Float64Array(resources.map(({ need }) => need));
  const brought = new Float64Array(resources.length);
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const pivot = order[middle]!;
    order[middle] = order[to - 1]!;
    // More valuable than the pivot: [from, less).
    let less = from;
    brought.fill(0);
    for (let k = from; k < to - 1; k++) {
      const candidate = order[k]!;
      const more = value[candidate]! - value[pivot]!;
      if (more < 0 || (more === 0 && candidate > pivot)) continue;
      for (let r = 0; r < brought.length; r++) brought[r]! += resources[r]!.load[candidate]!;
      order[k] = order[less]!;
      order[less++] = candidate;
    }
    order[to - 1] = order[less]!;
    order[less] = pivot;
    if (meets(brought, lacking)) {
      to = less;
      continue;
    }
    for (let r = 0; r < brought.length; r++) brought[r]! += resources[r]!.load[pivot]!;
    from = less + 1;
    if (meets(brought, lacking)) return order.slice(0, from).sort();
    for (let r = 0; r < brought.length; r++) lacking[r]! -= brought[r]!;
  }
  return null;
}

function meets(brought: Float64Array, lacking: Float64Array): boolean {
  for (let r = 0; r < brought.length; r++) if (brought[r]! < lacking[r]!) return false;
  return true;
}
