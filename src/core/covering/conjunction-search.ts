import { type Budget, gather, soundBound } from './cover';
import { cutAt } from './cut';
import { type Lattice, raised } from './lattice';
import type { Resource, Surrogate } from './surrogate';

/** A set found, by its total cost (and its count, which breaks ties). */
export interface Found {
  readonly members: readonly number[];
  readonly cost: number;
}

/** What the search asks of its caller, who alone knows what is better. */
export interface Goal {
  /** Whether no set with at least this cost and count is better than the best. */
  hopeless(cost: number, count: number): boolean;
  offer(found: Found): void;
  /** The most members that a set may have. */
  readonly cap: number;
}

/** Everything by position in `candidates`; loads of the resources by candidate. */
export interface Conjunction {
  readonly candidates: readonly number[];
  readonly costs: Float64Array;
  readonly resources: readonly Resource[];
  readonly surrogate: Surrogate;
  readonly lattice: Lattice;
}

/** Whether the whole space was searched within the budget. Most searches end where they begin, which takes no order. */
export function searchOut(conjunction: Conjunction, goal: Goal, budget: Budget): boolean {
  if (budget.left > 0 && endsAtOnce(conjunction, goal)) {
    budget.left -= 1;
    return true;
  }
  return new ConjunctionSearch(conjunction, goal, budget).run();
}

/** Whether the first step of the search ends it, and offers nothing: the same bound from the same sums of integers. */
export function endsAtOnce(
  { candidates, costs, resources, surrogate, lattice }: Conjunction,
  goal: Goal,
): boolean {
  const count = Math.max(...resources.map((resource) => leastMembers(resource, candidates)));
  if (count === 0 || count > goal.cap) return count > 0;
  const { load, need, price } = surrogate;
  const cut = cutAt(ratios(costs, surrogate), load, need);
  if (cut === null) return false;
  const { order, last, before } = cut;
  let due = 0;
  for (let k = 0; k < last; k++) due += costs[order[k]!]! + price;
  const next = order[last]!;
  const part = (need - before) / load[next]!;
  const bound = boundOf(due + part * (costs[next]! + price), price, goal.cap);
  const most = Math.min(goal.cap, candidates.length);
  return goal.hopeless(raised(lattice, bound, count, most), count);
}

/** The fewest that could bring what a resource needs; infinite where all do not. */
function leastMembers({ load, need }: Resource, candidates: readonly number[]): number {
  if (need <= 0) return 0;
  let [sum, largest] = [0, 0];
  for (let k = 0; k < candidates.length; k++) {
    const each = load[candidates[k]!]!;
    sum += each;
    if (each > largest) largest = each;
  }
  return sum < need ? Number.POSITIVE_INFINITY : Math.ceil(need / largest);
}

/** By position, the cost and the price for a load of 1 of the surrogate. */
function ratios(costs: Float64Array, { load, price }: Surrogate): Float64Array {
  const ratio = new Float64Array(load.length);
  for (let k = 0; k < ratio.length; k++) ratio[k] = (costs[k]! + price) / load[k]!;
  return ratio;
}

/** A lower bound on an integer cost from one on what is due, prices of at most `cap` members with it. */
const boundOf = (due: number, price: number, cap: number): number =>
  soundBound(due) - (price === 0 ? 0 : price * cap);

/**
 * Depth-first branch and bound for a conjunction of resources, in the order of (cost + price) per surrogate load,
 * where the fractional cover of what the surrogate still lacks is a binary search in prefix sums. A node costs
 * O(resources + log k); the price that `cap` members pay is taken off the bound again.
 */
export class ConjunctionSearch {
  private readonly order: readonly number[];
  /** Prefix sums in that order: dues (cost + price), surrogate load, and each resource. All below 2⁵³. */
  private readonly dues: Float64Array;
  private readonly loads: Float64Array;
  private readonly brought: readonly Float64Array[];
  /** Per resource, the largest load from a position on. */
  private readonly largest: readonly Float64Array[];
  private readonly lacking: Float64Array;
  private readonly taken: number[] = [];
  private readonly surrogate: Surrogate;
  private readonly lattice: Lattice;

  constructor(
    { candidates, costs, resources, surrogate, lattice }: Conjunction,
    private readonly goal: Goal,
    private readonly budget: Budget,
  ) {
    this.surrogate = surrogate;
    this.lattice = lattice;
    const { load, price } = surrogate;
    const ratio = ratios(costs, surrogate);
    const positions = candidates.map((_, position) => position);
    positions.sort((a, b) => ratio[a]! - ratio[b]! || load[b]! - load[a]! || a - b);
    this.order = positions.map((position) => candidates[position]!);
    this.dues = prefixSums(gather(costs, positions).map((cost) => cost + price));
    this.loads = prefixSums(gather(load, positions));
    this.brought = resources.map((resource) => prefixSums(gather(resource.load, this.order)));
    this.largest = this.brought.map(largestFrom);
    this.lacking = new Float64Array(resources.map(({ need }) => need));
  }

  /** Whether the whole space was searched within the budget. */
  run(): boolean {
    let [next, lacking, due, fresh] = [0, this.surrogate.need, 0, true];
    for (;;) {
      if (this.budget.left <= 0) return false;
      this.budget.left -= 1;
      if (this.opens(next, lacking, due, fresh)) {
        lacking -= this.loads[next + 1]! - this.loads[next]!;
        due += this.dues[next + 1]! - this.dues[next]!;
        this.move(next, -1);
        this.taken.push(next);
        next += 1;
        fresh = false;
        continue;
      }
      const last = this.taken.pop();
      if (last === undefined) return true;
      this.move(last, 1);
      lacking += this.loads[last + 1]! - this.loads[last]!;
      due -= this.dues[last + 1]! - this.dues[last]!;
      next = last + 1;
      fresh = true;
    }
  }

  private move(position: number, sign: 1 | -1): void {
    for (let k = 0; k < this.lacking.length; k++) {
      this.lacking[k]! += sign * (this.brought[k]![position + 1]! - this.brought[k]![position]!);
    }
  }

  /** Whether a branch (what was taken, and everything from `next` on open) may hold something better. */
  private opens(next: number, lacking: number, due: number, fresh: boolean): boolean {
    const count = this.taken.length + this.leastMembers(next);
    if (count > this.goal.cap) return false;
    // A branch reached by taking rounds to the very set of the branch before it.
    if (fresh) this.round(next, lacking, due);
    if (count === this.taken.length) return false;
    const { price } = this.surrogate;
    const bound = boundOf(due + this.fractional(next, lacking), price, this.goal.cap);
    const most = Math.min(this.goal.cap, this.taken.length + this.order.length - next);
    return !this.goal.hopeless(raised(this.lattice, bound, count, most), count);
  }

  /** The fewest further members that could bring what each resource lacks; infinite where nothing can. */
  private leastMembers(next: number): number {
    let count = 0;
    for (let k = 0; k < this.lacking.length; k++) {
      const lacking = this.lacking[k]!;
      if (lacking <= 0) continue;
      const brought = this.brought[k]!;
      if (brought[brought.length - 1]! - brought[next]! < lacking) return Number.POSITIVE_INFINITY;
      count = Math.max(count, Math.ceil(lacking / this.largest[k]![next]!));
    }
    return count;
  }

  /** Takes from `next` on until every resource is met, and offers that where it may be better. */
  private round(next: number, lacking: number, due: number): void {
    let end = lacking > 0 ? firstReaching(this.loads, next, this.loads[next]! + lacking) : next;
    for (let k = 0; k < this.lacking.length; k++) {
      const brought = this.brought[k]!;
      if (brought[end]! - brought[next]! >= this.lacking[k]!) continue;
      end = firstReaching(brought, next, brought[next]! + this.lacking[k]!);
    }
    const count = this.taken.length + end - next;
    const cost = due + this.dues[end]! - this.dues[next]! - this.surrogate.price * count;
    if (count > this.goal.cap || this.goal.hopeless(cost, count)) return;
    this.budget.left -= count;
    const members = this.taken.map((position) => this.order[position]!);
    for (let position = next; position < end; position++) members.push(this.order[position]!);
    this.goal.offer({ members, cost });
  }

  private fractional(next: number, lacking: number): number {
    if (lacking <= 0) return 0;
    const reached = this.loads[next]! + lacking;
    const end = firstReaching(this.loads, next, reached);
    const last = end - 1;
    const part = (reached - this.loads[last]!) / (this.loads[end]! - this.loads[last]!);
    return this.dues[last]! - this.dues[next]! + part * (this.dues[end]! - this.dues[last]!);
  }
}

/** The least end > next with sums[end] ≥ reached; the last one where there is none. */
function firstReaching(sums: Float64Array, next: number, reached: number): number {
  let [low, high] = [next + 1, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! >= reached) high = middle;
    else low = middle + 1;
  }
  return low;
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k++) sums[k + 1] = sums[k]! + values[k]!;
  return sums;
}

function largestFrom(sums: Float64Array): Float64Array {
  const largest = new Float64Array(sums.length);
  for (let k = sums.length - 2; k >= 0; k--) {
    largest[k] = Math.max(largest[k + 1]!, sums[k + 1]! - sums[k]!);
  }
  return largest;
}
