import { fractionalCover } from './fractional-cover';
import type { Resource } from './surrogate';

/**
 * What is left of a covering problem where each resource has a price and is asked for no more: whoever costs less than what
 * it brings is worth joins. Everything by position.
 */
export interface Relaxation {
  /** The price of a unit of each resource, at least 0. */
  readonly prices: readonly number[];
  /** What each costs less what it brings is worth. */
  readonly reduced: Float64Array;
  /**
   * No set that meets the resources costs less: Σ price · need + Σ of the reduced costs below 0, less all that rounding may
   * come to in it, in as many reduced costs again, and in what of a resource is paid for and not needed.
   */
  readonly bound: number;
}

const PIVOTS = 60;
/** What is outside its bounds by no more is within them; what is below the other is a rounded 0. */
const TINY = 1e-9;
const NOISE = 1e-12;

/**
 * The relaxation with the best bound, or nearly: its prices are duals of the linear programme. Where nothing meets the
 * resources even in part, prices with which the bound is above `enough`.
 *
 * @param resources Loads may be negative (so that a need of −c of loads of −1 is that no more than c join).
 */
export function relaxation(
  costs: Float64Array,
  resources: readonly Resource[],
  enough: number = Number.POSITIVE_INFINITY,
): Relaxation {
  const { prices, ray } = duals(costs, resources);
  let found = priced(costs, resources, prices);
  if (ray === null) return found;
  const most = Math.min(enough, Number.MAX_SAFE_INTEGER);
  for (let step = 1; found.bound <= most && step < 2 ** 80; step *= 16) {
    found = priced(
      costs,
      resources,
      prices.map((price, k) => price + step * ray[k]!),
    );
  }
  return found;
}

/** With any prices the bound is sound. */
function priced(costs: Float64Array, resources: readonly Resource[], any: readonly number[]): Relaxation {
  const prices = any.map((price) => (Number.isFinite(price) ? Math.max(0, price) : 0));
  const reduced = costs.slice();
  let [bound, size] = [0, 0];
  for (let k = 0; k < resources.length; k++) {
    const [{ load, need }, price] = [resources[k]!, prices[k]!];
    bound += price * need;
    size += Math.abs(price * need);
    for (let j = 0; j < reduced.length; j++) {
      reduced[j]! -= price * load[j]!;
      size += Math.abs(price * load[j]!);
    }
  }
  for (let j = 0; j < reduced.length; j++) {
    bound += Math.min(0, reduced[j]!);
    size += costs[j]!;
  }
  // Each sum is of at most so many terms, each of which was rounded once for each resource: a part in 2⁵³ of all at a time.
  const rounding = (costs.length + 4 * resources.length + 16) * 2 ** -52 * size;
  return { prices, reduced, bound: bound - 2 * rounding };
}

/**
 * Duals of min cost · x where each resource is met and 0 ≤ x ≤ 1, by the dual simplex method. What brings a basic variable
 * back to its bounds is found as a fractional cover: those of the least reduced cost a unit go from one bound to the other
 * until the next would be too much, and enters the basis. One for each resource is basic, so that a pivot takes
 * O(candidates · resources). `ray`: a direction in which the dual grows for ever, where no x meets the resources.
 */
function duals(
  costs: Float64Array,
  resources: readonly Resource[],
): { readonly prices: readonly number[]; readonly ray: readonly number[] | null } {
  const [n, rows] = [costs.length, resources.length];
  const each = [...resources.keys()];
  // Behind the candidates: by resource, what is brought beyond the need.
  const entry = (k: number, j: number) => (j < n ? resources[k]!.load[j]! : j - n === k ? -1 : 0);
  const costOf = (j: number) => (j < n ? costs[j]! : 0);
  const basis = each.map((k) => n + k);
  const inverse: number[][] = each.map((k) => each.map((j) => (k === j ? -1 : 0)));
  const [basic, upper] = [new Uint8Array(n + rows), new Uint8Array(n + rows)];
  for (const j of basis) basic[j] = 1;
  const lacking = resources.map(({ need }) => need);
  /** Loads are integers, whose sums stay exact. */
  const setUpper = (j: number, at: 0 | 1) => {
    if (upper[j] === at) return;
    upper[j] = at;
    if (j < n)
      for (const k of each) lacking[k]! += at === 1 ? -resources[k]!.load[j]! : resources[k]!.load[j]!;
  };
  let prices = each.map(() => 0);
  const [due, change] = [new Float64Array(n + rows), new Float64Array(n + rows)];
  for (let pivot = 0; pivot < PIVOTS; pivot++) {
    let [row, worst, off, below] = [-1, TINY, 0, true];
    for (const k of each) {
      const value = each.reduce((sum, i) => sum + inverse[k]![i]! * lacking[i]!, 0);
      const most = basis[k]! < n ? 1 : Number.POSITIVE_INFINITY;
      const unit = basis[k]! < n ? 1 : Math.max(1, Math.abs(resources[basis[k]! - n]!.need));
      const outside = Math.max(-value, value - most);
      if (outside / unit > worst) [row, worst, off, below] = [k, outside / unit, outside, value < 0];
    }
    if (row < 0) return { prices, ray: null };
    const sign = below ? 1 : -1;
    change.fill(0);
    due.set(costs);
    for (const k of each) {
      const [{ load }, part, price] = [resources[k]!, inverse[row]![k]!, prices[k]!];
      // Most are 0, of resources that others bring along.
      if (part !== 0) for (let j = 0; j < n; j++) change[j]! += part * load[j]!;
      if (price !== 0) for (let j = 0; j < n; j++) due[j]! -= price * load[j]!;
      change[n + k] = -part;
      due[n + k] = price;
    }
    let sum = 0;
    for (let j = 0; j < n + rows; j++) {
      const alpha = upper[j] === 1 ? sign * change[j]! : -sign * change[j]!;
      const eligible = basic[j] === 0 && alpha > NOISE;
      // What is beyond a need has no upper bound: it brings all that is wanted.
      change[j] = !eligible ? 0 : j < n ? alpha : off;
      due[j] = !eligible ? 0 : (Math.abs(due[j]!) * change[j]!) / alpha;
      sum += change[j]!;
    }
    if (sum < off) return { prices, ray: inverse[row]!.map((each) => -sign * each) };
    const { order, whole } = fractionalCover(due, change, off);
    const entering = order[Math.min(whole, order.length - 1)]!;
    if (change[entering] === 0) return { prices, ray: null };
    for (let k = 0; k < whole; k++) {
      const j = order[k]!;
      if (j !== entering) setUpper(j, upper[j] === 1 ? 0 : 1);
    }
    const leaving = basis[row]!;
    basic[leaving] = 0;
    setUpper(leaving, below ? 0 : 1);
    basic[entering] = 1;
    setUpper(entering, 0);
    basis[row] = entering;
    const column = each.map((i) => each.reduce((sum, k) => sum + inverse[i]![k]! * entry(k, entering), 0));
    const scaled = inverse[row]!.map((value) => value / column[row]!);
    for (const i of each)
      inverse[i] = i === row ? scaled : inverse[i]!.map((value, k) => value - column[i]! * scaled[k]!);
    prices = each.map((k) => each.reduce((sum, i) => sum + costOf(basis[i]!) * inverse[i]![k]!, 0));
  }
  return { prices, ray: null };
}
