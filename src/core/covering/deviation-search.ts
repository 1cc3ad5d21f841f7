import type { Budget } from './cover';
import { type Relaxation, relaxation } from './relaxation';
import type { Resource } from './surrogate';

/** What the search asks of its caller, who alone knows what is better. */
export interface Aim {
  /** Whether no set with at least this cost and count is better than the best. */
  hopeless(cost: number, count: number): boolean;
  /** Positions of a set that meets all resources, and may be better. */
  offer(members: readonly number[]): void;
  /** No set of a higher cost is better. */
  ceiling(): number;
}

/** So many may deviate at first, or more where the next are as near. */
const FIRST = 8;

/**
 * Searches for the sets that deviate least from what the relaxation would take: each who joins against its reduced cost, or
 * stays out against it, adds that to the bound, and so does what is brought beyond a need at its price. First all that add
 * little together, of the few whose reduced costs are that near to 0, then twice as much, until nothing better can be left.
 * Where several resources pull apart few deviate, however many candidates there are.
 *
 * @param costs By position, as everything here; integers.
 * @returns whether all was searched within the budget.
 */
export function deviationSearch(
  costs: Float64Array,
  resources: readonly Resource[],
  aim: Aim,
  budget: Budget,
): boolean {
  const relaxed = relaxation(costs, resources, aim.ceiling());
  const { bound } = relaxed;
  if (aim.hopeless(Math.max(0, Math.ceil(bound)), 0)) return true;
  const everyone = costs.reduce((sum, cost) => sum + cost, 0);
  /** What the dearest set that may be better adds to the bound. */
  const most = () => Math.min(everyone, aim.ceiling()) - bound;
  let reach = Math.max(1, nearest(relaxed.reduced, FIRST));
  for (;;) {
    if (!new Search(costs, resources, relaxed, reach, aim, budget).run()) return false;
    if (most() < reach) return true;
    reach *= 2;
  }
}

/** Depth first through the candidates with reduced costs of at most `reach`, the largest first: against it, then with it. */
class Search {
  /** Positions of those who may deviate. */
  private readonly core: Int32Array;
  private readonly inside: Uint8Array;
  /** By resource: what is brought beyond the need, what a deviation changes in it, and how all later ones could at most. */
  private readonly slack: Float64Array;
  private readonly change: readonly Float64Array[];
  private readonly more: readonly Float64Array[];
  private readonly less: readonly Float64Array[];
  /** How many of the later ones could leave. */
  private readonly leaving: Int32Array;
  private readonly taken: number[] = [];
  /** What the deviations add, with each that was taken. */
  private readonly added: number[] = [0];
  private cost = 0;
  private count = 0;

  constructor(
    private readonly costs: Float64Array,
    resources: readonly Resource[],
    private readonly relaxed: Relaxation,
    private readonly reach: number,
    private readonly aim: Aim,
    private readonly budget: Budget,
  ) {
    const { reduced } = relaxed;
    this.inside = new Uint8Array(reduced.length);
    const core: number[] = [];
    this.slack = Float64Array.from(resources, ({ need }) => -need);
    for (let j = 0; j < reduced.length; j++) {
      if (Math.abs(reduced[j]!) <= reach) core.push(j);
      if (reduced[j]! >= 0) continue;
      this.inside[j] = 1;
      this.cost += costs[j]!;
      this.count += 1;
      for (let k = 0; k < resources.length; k++) this.slack[k]! += resources[k]!.load[j]!;
    }
    core.sort((a, b) => Math.abs(reduced[b]!) - Math.abs(reduced[a]!) || a - b);
    this.core = Int32Array.from(core);
    const sign = (j: number) => (this.inside[j] === 1 ? -1 : 1);
    this.change = resources.map(({ load }) => Float64Array.from(this.core, (j) => sign(j) * load[j]!));
    this.more = this.change.map((change) => sumsFrom(change.map((each) => Math.max(0, each))));
    this.less = this.change.map((change) => sumsFrom(change.map((each) => Math.max(0, -each))));
    this.leaving = Int32Array.from(sumsFrom(Float64Array.from(this.core, (j) => this.inside[j]!)));
  }

  /** Whether all was searched within the budget. */
  run(): boolean {
    let next = 0;
    this.offer();
    for (;;) {
      if (this.budget.left <= 0) return false;
      this.budget.left -= 1;
      if (next < this.core.length && this.opens(next)) {
        this.flip(next, 1);
        this.taken.push(next);
        this.added.push(this.added.at(-1)! + Math.abs(this.relaxed.reduced[this.core[next]!]!));
        this.offer();
        next += 1;
        continue;
      }
      const last = this.taken.pop();
      if (last === undefined) return true;
      this.added.pop();
      this.flip(last, -1);
      next = last + 1;
    }
  }

  private flip(place: number, sign: 1 | -1): void {
    const j = this.core[place]!;
    this.inside[j]! ^= 1;
    const joins = this.inside[j] === 1 ? 1 : -1;
    this.count += joins;
    this.cost += joins * this.costs[j]!;
    for (let k = 0; k < this.slack.length; k++) this.slack[k]! += sign * this.change[k]![place]!;
  }

  /** Whether what was taken, and everything from `next` on open, may hold something better within reach. */
  private opens(next: number): boolean {
    let bound = this.relaxed.bound + this.added.at(-1)!;
    for (let k = 0; k < this.slack.length; k++) {
      const slack = this.slack[k]!;
      if (slack + this.more[k]![next]! < 0) return false;
      bound += this.relaxed.prices[k]! * Math.max(0, slack - this.less[k]![next]!);
    }
    if (bound > this.relaxed.bound + this.reach) return false;
    const count = Math.max(0, this.count - this.leaving[next]!);
    return !this.aim.hopeless(Math.max(0, Math.ceil(bound)), count);
  }

  private offer(): void {
    for (let k = 0; k < this.slack.length; k++) if (this.slack[k]! < 0) return;
    if (this.aim.hopeless(this.cost, this.count)) return;
    this.budget.left -= this.count >> 3;
    const members: number[] = [];
    for (let j = 0; j < this.inside.length; j++) if (this.inside[j] === 1) members.push(j);
    this.aim.offer(members);
  }
}

/** Of those so many that are nearest to 0, how far the last of them is. */
function nearest(values: Float64Array, many: number): number {
  const least: number[] = [];
  for (let j = 0; j < values.length; j++) {
    const size = Math.abs(values[j]!);
    if (least.length === many && size >= least[many - 1]!) continue;
    let place = least.length === many ? many - 1 : least.length;
    for (; place > 0 && least[place - 1]! > size; place--) least[place] = least[place - 1]!;
    least[place] = size;
  }
  return least.at(-1)!;
}

/** By place, the sum of the values from there on. */
function sumsFrom(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = values.length - 1; k >= 0; k--) sums[k] = sums[k + 1]! + values[k]!;
  return sums;
}
