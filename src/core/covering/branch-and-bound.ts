import { type Bounds, TreeBounds } from './bounds';
import { type Budget, better, type Choice, type Cover, choice, hopeless, type Objective } from './cover';
import type { CoverTree } from './cover-tree';
import { greedy } from './greedy';
import { EXHAUSTIBLE, halves } from './halves';
import { type Lattice, latticeOf, raised } from './lattice';
import { tightTree } from './tight';

/**
 * Depth-first branch and bound over a general tree: the next candidate in, then out; a branch is left when the
 * bounds of what it still needs show that it holds nothing better. Past the budget at most 24 candidates are
 * exhausted by halves, and more leave the best set found unproven.
 */
export function branchAndBound(
  cover: Cover,
  tree: CoverTree,
  available: readonly number[],
  objective: Objective,
  budget: Budget,
): Choice | null {
  const start = greedy(cover, tree, available, objective);
  if (start === null) return null;
  const { best, order } = start;
  const search = new Search(cover, tightTree(cover, tree, available), order, objective, budget, best);
  const proven = search.run();
  if (!proven && available.length <= EXHAUSTIBLE) return halves(cover, tree, available, objective);
  return { ...search.best, proven };
}

class Search {
  private readonly state: TreeBounds;
  /** Positions in `order` of the candidates that are in. */
  private readonly taken: number[] = [];
  private shift = 0;
  private readonly lattice: Lattice;

  constructor(
    private readonly cover: Cover,
    private readonly tree: CoverTree,
    private readonly order: readonly number[],
    private readonly objective: Objective,
    private readonly budget: Budget,
    public best: Choice,
  ) {
    this.state = new TreeBounds(cover, order, budget);
    this.lattice = latticeOf(cover, order);
  }

  /** Whether the whole space was searched within the budget. */
  run(): boolean {
    let next = 0;
    for (;;) {
      const bounds = this.state.of(this.tree);
      if (this.budget.left <= 0) return false;
      if (bounds.count === 0) this.record();
      if (bounds.count === 0 || this.closed(bounds)) {
        const back = this.backtrack(next);
        if (back === null) return true;
        next = back;
        continue;
      }
      const candidate = this.order[next]!;
      this.taken.push(next);
      this.shift += this.cover.costs[candidate]!;
      this.state.take(candidate);
      next += 1;
    }
  }

  private closed(bounds: Bounds): boolean {
    const { cover, objective, taken, best } = this;
    const count = taken.length + bounds.count;
    const shift = raised(this.lattice, this.shift + bounds.shift, count, this.order.length);
    return hopeless(cover, objective, shift, count, best);
  }

  private record(): void {
    const found = choice(
      this.cover,
      this.taken.map((position) => this.order[position]!),
      false,
    );
    if (better(this.cover, this.objective, found, this.best)) this.best = found;
  }

  /** Puts the last candidate taken aside instead; gives the position to go on at, `null` where all is searched. */
  private backtrack(next: number): number | null {
    const last = this.taken.pop();
    if (last === undefined) return null;
    for (let position = last + 1; position < next; position++) this.state.reopen(this.order[position]!);
    const candidate = this.order[last]!;
    this.state.release(candidate);
    this.shift -= this.cover.costs[candidate]!;
    this.state.close(candidate);
    return last + 1;
  }
}
