import type { Negotiation, Profile, Stakeholder } from './model';
import { type CompiledRule, compileRule, type Electorate, electorate, withNeeds } from './rule';

/** What stays the same while ballots come in: who there is, and what each profile takes (§2). */
export interface Frame {
  readonly stakeholders: readonly Stakeholder[];
  readonly profiles: readonly Profile[];
  readonly dimensions: readonly string[];
  /** The index of the default profile. */
  readonly default: number;
  readonly electorate: Electorate;
  /** A. */
  readonly rule: CompiledRule;
  /** A_x by profile. */
  readonly rules: readonly CompiledRule[];
  /** The profiles that are adoptable, ascending. */
  readonly adoptable: readonly number[];
  /** The weights again, by dimension, then by stakeholder. */
  readonly columns: readonly Float64Array[];
  /**
   * The place of each stakeholder in an order that does not hang on that of the file (§8): descending weights, then id.
   * O(n log n) when it is first asked for.
   */
  readonly rank: Uint32Array;
}

export function frame(negotiation: Negotiation): Frame {
  const { stakeholders, profiles, dimensions } = negotiation;
  const among = electorate(stakeholders, dimensions.length);
  const rule = compileRule(negotiation.rule, among);
  let rank: Uint32Array | null = null;
  return {
    stakeholders,
    profiles,
    dimensions,
    default: profiles.findIndex(({ isDefault }) => isDefault),
    electorate: among,
    rule,
    rules: profiles.map(({ needs }) => withNeeds(rule, needs, among)),
    adoptable: profiles.flatMap((profile, x) => (profile.adoptable ? [x] : [])),
    columns: dimensions.map((_, d) => Float64Array.from(stakeholders, ({ weights }) => weights[d] ?? 0)),
    get rank() {
      rank ??= ranks(stakeholders, dimensions.length);
      return rank;
    },
  };
}

function ranks(stakeholders: readonly Stakeholder[], dimensions: number): Uint32Array {
  const order = stakeholders.map((_, i) => i);
  order.sort((a, b) => {
    const [one, other] = [stakeholders[a]!, stakeholders[b]!];
    for (let d = 0; d < dimensions; d++) {
      const byWeight = (other.weights[d] ?? 0) - (one.weights[d] ?? 0);
      if (byWeight !== 0) return byWeight;
    }
    return one.id < other.id ? -1 : 1;
  });
  const rank = new Uint32Array(order.length);
  order.forEach((i, place) => {
    rank[i] = place;
  });
  return rank;
}
