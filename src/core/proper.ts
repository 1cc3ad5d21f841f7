import type { Coalition } from './coalition';
import type { Negotiation } from './model';
import { type CompiledRule, compileRule, electorate, satisfies } from './rule';
import { type Clause, clausesOf, conflict, type Game, split } from './rule-clauses';

/** Whether a rule is proper (aggregation.md §2): no two disjoint coalitions are both adequate. */
export type Properness =
  | { readonly kind: 'proper' }
  /** With two disjoint adequate coalitions, by ascending index, where they were found and not only shown to exist. */
  | { readonly kind: 'improper'; readonly coalitions: readonly [readonly number[], readonly number[]] | null }
  /** Neither was shown within the budget: deciding it is as hard as finding a partition. */
  | { readonly kind: 'not-shown' };

/** Up to this many stakeholders every division of them in two is tried: 2¹⁷ of them. */
const MOST_ENUMERATED = 18;

/**
 * Decides it from pairs of clauses: each pair must conflict for the rule to be proper, and a division of the
 * stakeholders that satisfies some pair shows that it is not. Always exact up to 18 stakeholders, for rules whose
 * clauses bound members alone, and for one dimension while n · weight stays within the budget of `split`.
 */
export function properness(negotiation: Negotiation): Properness {
  const among = electorate(negotiation.stakeholders, negotiation.dimensions.length);
  const rule = compileRule(negotiation.rule, among);
  const game: Game = { weights: negotiation.stakeholders.map(({ weights }) => weights), among };
  const clauses = clausesOf(rule, game);
  const found = clauses === null ? null : decideByClauses(clauses, game);
  if (found !== null && found.kind !== 'not-shown') return found;
  return among.size <= MOST_ENUMERATED ? enumerate(rule, game) : { kind: 'not-shown' };
}

function decideByClauses(clauses: readonly Clause[], game: Game): Properness {
  let open = false;
  for (const [index, first] of clauses.entries()) {
    for (const second of clauses.slice(index)) {
      if (conflict(first, second, game)) continue;
      const found = split(first, second, game);
      if (found === 'impossible') continue;
      if (found === 'unknown') open = true;
      else return { kind: 'improper', coalitions: found === 'possible' ? null : found };
    }
  }
  return open ? { kind: 'not-shown' } : { kind: 'proper' };
}

/** Every division in two, the last stakeholder always on the second side, one change at a time (Gray code). */
function enumerate(rule: CompiledRule, { weights, among }: Game): Properness {
  const n = among.size;
  const inside = new Uint8Array(n);
  const sums = new Float64Array(among.totals.length);
  let count = 0;
  const first: Coalition = {
    get count() {
      return count;
    },
    weight: (d) => sums[d] ?? 0,
    has: (i) => inside[i] === 1,
  };
  const second: Coalition = {
    get count() {
      return n - count;
    },
    weight: (d) => (among.totals[d] ?? 0) - (sums[d] ?? 0),
    has: (i) => inside[i] === 0,
  };
  for (let step = 1; step < 2 ** (n - 1); step += 1) {
    const changed = 31 - Math.clz32(step & -step);
    const sign = inside[changed] === 1 ? -1 : 1;
    inside[changed] = sign === 1 ? 1 : 0;
    count += sign;
    for (let d = 0; d < sums.length; d += 1) sums[d] = (sums[d] ?? 0) + sign * (weights[changed]?.[d] ?? 0);
    if (satisfies(rule, first) && satisfies(rule, second)) {
      const members = [...inside.keys()];
      return {
        kind: 'improper',
        coalitions: [members.filter((i) => inside[i] === 1), members.filter((i) => inside[i] === 0)],
      };
    }
  }
  return { kind: 'proper' };
}
