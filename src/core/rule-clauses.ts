import type { CompiledRule, Electorate } from './rule';

/** A rule as alternatives, each a conjunction of bounds (disjunctive normal form): what `properness` works on. */
export interface Clause {
  /** The least weight per dimension, 0 where there is no bound. */
  readonly weights: readonly number[];
  readonly count: number;
  readonly includes: ReadonlySet<number>;
}

export interface Game {
  /** Weights by stakeholder, then by dimension. */
  readonly weights: readonly (readonly number[])[];
  readonly among: Electorate;
}

const MOST_CLAUSES = 256;

/** The clauses of a rule; `null` where they are too many. */
export function clausesOf(rule: CompiledRule, game: Game): readonly Clause[] | null {
  const none = game.among.totals.map(() => 0);
  switch (rule.kind) {
    case 'weight':
      return [{ weights: none.with(rule.dimension, rule.threshold), count: 0, includes: new Set() }];
    case 'count':
      return [{ weights: none, count: rule.threshold, includes: new Set() }];
    case 'includes':
      return [{ weights: none, count: 0, includes: new Set(rule.stakeholders) }];
    case 'anyOf': {
      const clauses: Clause[] = [];
      for (const node of rule.nodes) {
        const inner = clausesOf(node, game);
        if (inner === null || clauses.length + inner.length > MOST_CLAUSES) return null;
        clauses.push(...inner);
      }
      return clauses;
    }
    case 'allOf': {
      let clauses: readonly Clause[] = [{ weights: none, count: 0, includes: new Set() }];
      for (const node of rule.nodes) {
        const inner = clausesOf(node, game);
        if (inner === null || clauses.length * inner.length > MOST_CLAUSES) return null;
        clauses = clauses.flatMap((left) => inner.map((right) => both(left, right)));
      }
      return clauses;
    }
  }
}

function both(left: Clause, right: Clause): Clause {
  return {
    weights: left.weights.map((weight, d) => Math.max(weight, right.weights[d] ?? 0)),
    count: Math.max(left.count, right.count),
    includes: new Set([...left.includes, ...right.includes]),
  };
}

/** Whether two disjoint coalitions cannot satisfy the clauses because some one bound leaves no room. */
export function conflict(first: Clause, second: Clause, game: Game): boolean {
  for (const member of first.includes) if (second.includes.has(member)) return true;
  const { totals, size } = game.among;
  const [a, b] = [demand(first, game), demand(second, game)];
  if (a.members + a.count + b.members + b.count > size) return true;
  return totals.some(
    (total, d) => (a.held[d] ?? 0) + (a.weights[d] ?? 0) + (b.held[d] ?? 0) + (b.weights[d] ?? 0) > total,
  );
}

interface Demand {
  /** What those who must be included bring. */
  readonly members: number;
  readonly held: readonly number[];
  /** What is wanted on top of it. */
  readonly count: number;
  readonly weights: readonly number[];
}

function demand({ weights, count, includes }: Clause, game: Game): Demand {
  const held = game.among.totals.map((_, d) =>
    [...includes].reduce((sum, i) => sum + (game.weights[i]?.[d] ?? 0), 0),
  );
  return {
    members: includes.size,
    held,
    count: Math.max(0, count - includes.size),
    weights: weights.map((weight, d) => Math.max(0, weight - (held[d] ?? 0))),
  };
}

type Split = readonly [readonly number[], readonly number[]] | 'possible' | 'impossible' | 'unknown';

/**
 * Two disjoint coalitions that satisfy one clause each, for a pair without `conflict`. Exact where the pair bounds
 * members alone or one dimension alone (subset sums within a budget); otherwise tries to deal the members out.
 */
export function split(first: Clause, second: Clause, game: Game): Split {
  const [a, b] = [demand(first, game), demand(second, game)];
  const free = game.weights.flatMap((_, i) => (first.includes.has(i) || second.includes.has(i) ? [] : [i]));
  const bounded = game.among.totals.flatMap((_, d) =>
    (a.weights[d] ?? 0) + (b.weights[d] ?? 0) > 0 ? [d] : [],
  );
  for (const d of [...bounded, null]) {
    const dealt = deal(a, b, free, game, d);
    if (dealt === null) continue;
    const side = (wanted: 0 | 1, { includes }: Clause) =>
      [...includes, ...free.filter((_, at) => dealt[at] === wanted)].sort((left, right) => left - right);
    return [side(0, first), side(1, second)];
  }
  const [dimension, ...others] = bounded;
  if (dimension === undefined || others.length > 0 || a.count > 0 || b.count > 0) return 'unknown';
  const weights = free.map((i) => game.weights[i]?.[dimension] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return sumWithin(weights, a.weights[dimension] ?? 0, total - (b.weights[dimension] ?? 0));
}

/** Deals the free members out, the heaviest in `by` first, each to the side that still lacks the larger part. */
function deal(
  a: Demand,
  b: Demand,
  free: readonly number[],
  game: Game,
  by: number | null,
): Uint8Array | null {
  const order = [...free.keys()];
  const weightAt = (at: number, d: number) => game.weights[free[at] ?? 0]?.[d] ?? 0;
  if (by !== null) order.sort((left, right) => weightAt(right, by) - weightAt(left, by));
  const lacking = [a, b].map((side) => [side.count, ...side.weights]);
  const wanted = [
    [a.count, ...a.weights],
    [b.count, ...b.weights],
  ];
  const dealt = new Uint8Array(free.length);
  for (const at of order) {
    const [lackA, lackB] = lacking.map((lack, side) =>
      Math.max(...lack.map((left, r) => left / (wanted[side]?.[r] || 1))),
    );
    const side = (lackA ?? 0) >= (lackB ?? 0) ? 0 : 1;
    dealt[at] = side;
    const lack = lacking[side] ?? [];
    lack[0] = Math.max(0, (lack[0] ?? 0) - 1);
    for (let d = 0; d < game.among.totals.length; d += 1)
      lack[d + 1] = Math.max(0, (lack[d + 1] ?? 0) - weightAt(at, d));
  }
  return lacking.every((lack) => lack.every((left) => left === 0)) ? dealt : null;
}

/** Bits, and bits times members, of the subset-sum search: some tenths of a second. */
const MOST_BITS = 1e8;
const BUDGET = 2e10;

/** Whether some subset's sum lies in least … most, with the reachable sums as bits of one integer. */
function sumWithin(
  weights: readonly number[],
  least: number,
  most: number,
): 'possible' | 'impossible' | 'unknown' {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total > MOST_BITS || total * weights.length > BUDGET) return 'unknown';
  let reachable = 1n;
  for (const weight of weights) reachable |= reachable << BigInt(weight);
  const within = (reachable >> BigInt(least)) & ((1n << BigInt(most - least + 1)) - 1n);
  return within === 0n ? 'impossible' : 'possible';
}
