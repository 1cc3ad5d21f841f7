import { type Cover, gather } from './cover';
import { type FractionalCover, fractionalCover } from './fractional-cover';

/** One thing that a conjunction asks for: weight in a dimension, or members (a load of 1 each). */
export interface Resource {
  /** By candidate. */
  readonly load: Float64Array;
  readonly need: number;
}

/** One requirement that follows from all of a conjunction's, in integers, and a price on each member. */
export interface Surrogate {
  /** By position in `candidates`; their sum is below 2⁵². */
  readonly load: Float64Array;
  readonly need: number;
  /** An integer ≥ 0. */
  readonly price: number;
}

const ROUNDS = 6;

/**
 * Weighs the resources against each other so that their sum is hard to reach: what its fractional cover leaves
 * short gains in weight. Where no more than `cap` may join, a price per member makes that cover keep to it. Any
 * weights and any price give a sound bound; these give a good one (Lagrange multipliers, roughly).
 */
export function surrogate(
  cover: Cover,
  resources: readonly Resource[],
  candidates: readonly number[],
  costs: Float64Array,
  cap: number,
): Surrogate {
  const loads = resources.map(({ load, need }) => ({ load: gather(load, candidates), need }));
  const balance = new Balance(loads);
  balance.settle(costs);
  if (cap >= candidates.length) return { ...balance.sum, price: 0 };
  const price = memberPrice(cover, costs, balance.sum, cap);
  if (price === 0 || loads.length === 1) return { ...balance.sum, price };
  balance.settle(costs.map((cost) => cost + price));
  return { ...balance.sum, price: memberPrice(cover, costs, balance.sum, cap) };
}

/** The weights of several resources in their sum. */
class Balance {
  sum: Resource;
  private readonly weights: Float64Array;

  constructor(private readonly resources: readonly Resource[]) {
    this.weights = new Float64Array(resources.length).fill(1);
    this.sum = combine(resources, this.weights);
  }

  settle(costs: Float64Array): void {
    const rounds = this.resources.length === 1 ? 0 : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      const found = fractionalCover(costs, this.sum.load, this.sum.need);
      const step = 2 / (1 + round);
      this.resources.forEach((resource, k) => {
        this.weights[k]! *= Math.exp(step * Math.max(-2, Math.min(2, 1 - reached(found, resource))));
      });
      this.sum = combine(this.resources, this.weights);
    }
  }
}

/** The part of what a resource needs that a fractional cover brings. */
function reached({ order, whole, part }: FractionalCover, { load, need }: Resource): number {
  let sum = 0;
  for (let k = 0; k < whole; k++) sum += load[order[k]!]!;
  if (whole < order.length) sum += part * load[order[whole]!]!;
  return sum / need;
}

/**
 * Σ weight · load / need, scaled to integers: loads rounded up and the need down, so that whatever meets every
 * resource meets the sum. A single resource stays as it is.
 */
function combine(resources: readonly Resource[], weights: Float64Array): Resource {
  const [only] = resources;
  if (only !== undefined && resources.length === 1) return only;
  const totals = resources.map(({ load }) => load.reduce((total, each) => total + each, 0));
  const factor = resources.map(({ need }, k) => weights[k]! / need);
  const total = totals.reduce((sum, each, k) => sum + each * factor[k]!, 0);
  const scale = 2 ** 50 / total;
  const size = resources[0]?.load.length ?? 0;
  const load = new Float64Array(size);
  for (let position = 0; position < size; position++) {
    let sum = 0;
    for (let k = 0; k < resources.length; k++) {
      sum += resources[k]!.load[position]! * (factor[k]! * scale);
    }
    load[position] = Math.ceil(sum * (1 + 2 ** -46));
  }
  const need = resources.reduce((sum, resource, k) => sum + resource.need * (factor[k]! * scale), 0);
  return { load, need: Math.floor(need * (1 - 2 ** -46)) };
}

/** The least price, roughly, at which the fractional cover has no more members than `cap`. */
function memberPrice(cover: Cover, costs: Float64Array, sum: Resource, cap: number): number {
  const dearest = costs.reduce((most, cost) => Math.max(most, cost), 0);
  // Past this the sums of costs and prices would leave the range in which they are exact.
  const limit = Math.floor(2 ** 51 / Math.max(1, cover.costs.length));
  const exceeds = (price: number) => {
    const { whole, part } = fractionalCover(
      costs.map((cost) => cost + price),
      sum.load,
      sum.need,
    );
    return whole + part > cap;
  };
  if (!exceeds(0)) return 0;
  let [low, high] = [0, Math.min(limit, Math.max(1, dearest))];
  while (high < limit && exceeds(high)) [low, high] = [high, Math.min(limit, high * 4)];
  for (let k = 0; k < 10 && high - low > 1; k++) {
    const middle = Math.floor((low + high) / 2);
    if (exceeds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
