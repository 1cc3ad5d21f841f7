import { type Budget, type Cover, soundBound } from './cover';
import type { CoverTree } from './cover-tree';
import { Load } from './load';

/** Lower bounds on what is still to be paid: total shift, and members. Infinite where nothing open suffices. */
export interface Bounds {
  readonly shift: number;
  readonly count: number;
}

const NOTHING: Bounds = { shift: 0, count: 0 };
const NEVER: Bounds = { shift: Number.POSITIVE_INFINITY, count: Number.POSITIVE_INFINITY };

/**
 * The state of a branch (candidates in, out and open) and the bounds that it puts on a tree: a quota costs at
 * least the fractional cover of what it lacks by the open candidates of the best ratio, a conjunction at least its
 * dearest node, a disjunction its cheapest. A satisfied tree, and no other, has count 0.
 */
export class TreeBounds {
  private readonly load: Load;
  /** 1 where a candidate is neither in nor out. */
  private readonly open: Uint8Array;
  /** Per dimension, the candidates that weigh in it by ascending cost per weight, and by descending weight. */
  private readonly byRatio: readonly (readonly number[])[];
  private readonly byWeight: readonly (readonly number[])[];
  private readonly byCost: readonly number[];

  constructor(
    private readonly cover: Cover,
    available: readonly number[],
    private readonly budget: Budget,
  ) {
    const { costs, weights } = cover;
    this.load = new Load(costs.length, weights);
    this.open = new Uint8Array(costs.length);
    for (const candidate of available) this.open[candidate] = 1;
    this.byCost = [...available].sort((a, b) => a - b);
    const weighing = weights.map((weight) => this.byCost.filter((candidate) => weight[candidate]! > 0));
    this.byRatio = weighing.map((some, d) => {
      const ratio = (candidate: number) => costs[candidate]! / weights[d]![candidate]!;
      return [...some].sort((a, b) => ratio(a) - ratio(b) || a - b);
    });
    this.byWeight = weighing.map((some, d) =>
      [...some].sort((a, b) => weights[d]![b]! - weights[d]![a]! || a - b),
    );
  }

  take(candidate: number): void {
    this.open[candidate] = 0;
    this.load.add(candidate);
  }

  /** Takes a candidate out again: it is then neither in nor open. */
  release(candidate: number): void {
    this.load.remove(candidate);
  }

  close(candidate: number): void {
    this.open[candidate] = 0;
  }

  reopen(candidate: number): void {
    this.open[candidate] = 1;
  }

  of(tree: CoverTree): Bounds {
    this.budget.left -= 1;
    switch (tree.kind) {
      case 'weight':
        return this.ofWeight(tree.dimension, tree.need - this.load.sums[tree.dimension]!);
      case 'count':
        return this.ofCount(tree.need - this.load.count);
      case 'all':
        return this.ofAll(tree.elements);
      case 'any':
        return this.ofAny(tree.elements);
      case 'allOf': {
        let [shift, count] = [0, 0];
        for (const node of tree.nodes) {
          const bounds = this.of(node);
          if (bounds.count === Number.POSITIVE_INFINITY) return NEVER;
          shift = Math.max(shift, bounds.shift);
          count = Math.max(count, bounds.count);
        }
        return { shift, count };
      }
      case 'anyOf': {
        let { shift, count } = NEVER;
        for (const node of tree.nodes) {
          const bounds = this.of(node);
          shift = Math.min(shift, bounds.shift);
          count = Math.min(count, bounds.count);
        }
        return { shift, count };
      }
    }
  }

  private ofWeight(dimension: number, need: number): Bounds {
    if (need <= 0) return NOTHING;
    const weight = this.cover.weights[dimension]!;
    let [lacking, count] = [need, 0];
    for (const candidate of this.byWeight[dimension]!) {
      this.budget.left -= 1;
      if (this.open[candidate] === 0) continue;
      lacking -= weight[candidate]!;
      count += 1;
      if (lacking <= 0) break;
    }
    return lacking > 0 ? NEVER : { shift: this.fractional(dimension, need), count };
  }

  private fractional(dimension: number, need: number): number {
    const weight = this.cover.weights[dimension]!;
    let [lacking, shift] = [need, 0];
    for (const candidate of this.byRatio[dimension]!) {
      this.budget.left -= 1;
      if (this.open[candidate] === 0) continue;
      const [cost, units] = [this.cover.costs[candidate]!, weight[candidate]!];
      if (units >= lacking) return soundBound(shift + cost * (lacking / units));
      lacking -= units;
      shift += cost;
    }
    return Number.POSITIVE_INFINITY;
  }

  private ofCount(need: number): Bounds {
    if (need <= 0) return NOTHING;
    let [lacking, shift] = [need, 0];
    for (const candidate of this.byCost) {
      this.budget.left -= 1;
      if (this.open[candidate] === 0) continue;
      shift += this.cover.costs[candidate]!;
      lacking -= 1;
      if (lacking === 0) return { shift, count: need };
    }
    return NEVER;
  }

  private ofAll(elements: readonly number[]): Bounds {
    let [shift, count] = [0, 0];
    for (const element of elements) {
      this.budget.left -= 1;
      if (this.load.inside[element] === 1) continue;
      if (this.open[element] === 0) return NEVER;
      shift += this.cover.costs[element]!;
      count += 1;
    }
    return { shift, count };
  }

  /** Elements ascend, and costs with them: the first that is open is the cheapest. */
  private ofAny(elements: readonly number[]): Bounds {
    let cheapest = NEVER;
    for (const element of elements) {
      this.budget.left -= 1;
      if (this.load.inside[element] === 1) return NOTHING;
      if (this.open[element] === 1 && cheapest === NEVER) {
        cheapest = { shift: this.cover.costs[element]!, count: 1 };
      }
    }
    return cheapest;
  }
}
