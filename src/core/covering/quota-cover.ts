import {
  type Budget,
  better,
  type Choice,
  type Cover,
  choice,
  hopeless,
  type Objective,
  soundBound,
} from './cover';
import { fractionalCover } from './fractional-cover';
import { EXHAUSTIBLE } from './halves';
import { quotaHalves } from './quota-halves';

/**
 * The best set whose weight in one dimension reaches `need`: a knapsack covering problem, by branch and bound over
 * the candidates in the order of cost per weight, where the fractional bound is a binary search in prefix sums.
 * For fewest joiners the count is the closed form (the heaviest first), and least shift among sets of that count
 * is searched with a price on each member (a Lagrange multiplier), whose sum the bound takes off again.
 */
export function quotaCover(
  cover: Cover,
  dimension: number,
  need: number,
  available: readonly number[],
  objective: Objective,
  budget: Budget,
): Choice | null {
  const weight = cover.weights[dimension]!;
  const weighing = available.filter((candidate) => weight[candidate]! > 0);
  const heaviest = heaviestFirst(weight, need, weighing);
  if (heaviest === null) return null;
  const first = choice(cover, heaviest, false);
  // Where nothing costs anything the count is all that matters, and it is least.
  if (objective === 'count' && first.shift === 0) return { ...first, proven: true };
  const cap = objective === 'count' ? heaviest.length : weighing.length;
  const price = objective === 'count' ? memberPrice(cover, weight, need, weighing, cap) : 0;
  const search = new QuotaSearch(cover, weight, weighing, objective, cap, price, budget, first);
  const proven = search.run(need);
  if (!proven && available.length <= EXHAUSTIBLE) {
    return quotaHalves(cover, weight, need, weighing, objective);
  }
  return { ...search.best, proven };
}

function heaviestFirst(weight: Float64Array, need: number, candidates: readonly number[]): number[] | null {
  const chosen: number[] = [];
  let lacking = need;
  for (const candidate of [...candidates].sort((a, b) => weight[b]! - weight[a]! || a - b)) {
    chosen.push(candidate);
    lacking -= weight[candidate]!;
    if (lacking <= 0) return chosen;
  }
  return null;
}

/**
 * The price per member under which the fractional cover has about as many members as it may: the bound is concave
 * in the price, so halving finds its top nearly enough. Any price ≥ 0 is sound. A price is a power of two times an
 * integer cost, so whole where costs are.
 */
function memberPrice(
  cover: Cover,
  weight: Float64Array,
  need: number,
  candidates: readonly number[],
  cap: number,
): number {
  const costs = Float64Array.from(candidates, (candidate) => cover.costs[candidate]!);
  const weights = Float64Array.from(candidates, (candidate) => weight[candidate]!);
  const dearest = costs.reduce((most, cost) => Math.max(most, cost), 0);
  const members = (price: number) => fractionalCover(costs, weights, price, need);
  // Past this the sums of costs and prices would leave the range in which they are exact.
  const limit = cover.slack === 0 ? Math.floor(2 ** 52 / candidates.length) - dearest : Number.MAX_VALUE;
  let [low, high] = [0, Math.max(1, Math.floor(dearest))];
  while (high < limit / 2 && members(high) > cap) [low, high] = [high, high * 2];
  if (high > limit) return 0;
  for (let k = 0; k < 12 && high - low > 1; k++) {
    const middle = Math.floor((low + high) / 2);
    if (members(middle) > cap) low = middle;
    else high = middle;
  }
  return high;
}

class QuotaSearch {
  /** Candidates by ascending (cost + price) per weight, with prefix sums of both; sums stay below 2⁵³. */
  private readonly order: readonly number[];
  private readonly dues: Float64Array;
  private readonly loads: Float64Array;
  /** The largest weight from a position on. */
  private readonly largest: Float64Array;

  constructor(
    private readonly cover: Cover,
    weight: Float64Array,
    candidates: readonly number[],
    private readonly objective: Objective,
    private readonly cap: number,
    private readonly price: number,
    private readonly budget: Budget,
    public best: Choice,
  ) {
    const ratio = new Float64Array(cover.costs.length);
    for (const candidate of candidates) {
      ratio[candidate] = (cover.costs[candidate]! + price) / weight[candidate]!;
    }
    this.order = [...candidates].sort((a, b) => ratio[a]! - ratio[b]! || weight[b]! - weight[a]! || a - b);
    const size = this.order.length;
    this.dues = new Float64Array(size + 1);
    this.loads = new Float64Array(size + 1);
    this.largest = new Float64Array(size + 1);
    this.order.forEach((candidate, k) => {
      this.dues[k + 1] = this.dues[k]! + cover.costs[candidate]! + price;
      this.loads[k + 1] = this.loads[k]! + weight[candidate]!;
    });
    for (let k = size - 1; k >= 0; k--) {
      this.largest[k] = Math.max(this.largest[k + 1]!, this.loads[k + 1]! - this.loads[k]!);
    }
  }

  /** Whether the whole space was searched within the budget. */
  run(need: number): boolean {
    const size = this.order.length;
    const taken: number[] = [];
    let [next, lacking, due] = [0, need, 0];
    for (;;) {
      if (this.budget.left <= 0) return false;
      this.budget.left -= 4;
      if (this.opens(taken, next, lacking, due)) {
        taken.push(next);
        lacking -= this.loads[next + 1]! - this.loads[next]!;
        due += this.dues[next + 1]! - this.dues[next]!;
        next += 1;
        if (lacking > 0 && next < size) continue;
      }
      const last = taken.pop();
      if (last === undefined) return true;
      lacking += this.loads[last + 1]! - this.loads[last]!;
      due -= this.dues[last + 1]! - this.dues[last]!;
      next = last + 1;
    }
  }

  /**
   * Whether a branch (what was taken, all from `next` on still open) may hold something better. Rounding its
   * fractional cover up is a set too, and is recorded.
   */
  private opens(taken: readonly number[], next: number, lacking: number, due: number): boolean {
    const { cover, objective, order, loads, dues, cap, price } = this;
    const reached = loads[next]! + lacking;
    if (loads[order.length]! < reached) return false;
    const end = this.firstReaching(next, reached);
    const count = taken.length + Math.ceil(lacking / this.largest[next]!);
    if (count > cap) return false;
    if (taken.length + end - next <= cap) this.record(taken, next, end, due + dues[end]! - dues[next]!);
    const [units, cost] = [loads[end]! - loads[end - 1]!, dues[end]! - dues[end - 1]!];
    const fractional = dues[end - 1]! - dues[next]! + cost * ((reached - loads[end - 1]!) / units);
    const shift = soundBound(cover, due + fractional) - (price === 0 ? 0 : price * cap);
    return !hopeless(cover, objective, shift, objective === 'count' ? cap : count, this.best);
  }

  /** The least end > next with loads[end] ≥ reached. */
  private firstReaching(next: number, reached: number): number {
    let [low, high] = [next + 1, this.order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.loads[middle]! >= reached) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private record(taken: readonly number[], next: number, end: number, due: number): void {
    const count = taken.length + end - next;
    const shift = due - this.price * count;
    if (hopeless(this.cover, this.objective, shift, count, this.best)) return;
    this.budget.left -= count;
    const positions = [...taken];
    for (let position = next; position < end; position++) positions.push(position);
    const found = choice(
      this.cover,
      positions.map((position) => this.order[position]!),
      false,
    );
    if (better(this.cover, this.objective, found, this.best)) this.best = found;
  }
}
