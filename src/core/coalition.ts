import type { Stakeholder } from './model';

/**
 * What a rule asks of a coalition (§2). Weight sums are at most 10⁶ · 10⁹ = 10¹⁵ < 2⁵³, so numbers are exact.
 */
export interface Coalition {
  readonly count: number;
  weight(dimension: number): number;
  has(stakeholder: number): boolean;
}

/** A coalition that members enter and leave one at a time, in O(dimensions). */
export class MemberSet implements Coalition {
  count = 0;
  private readonly inside: Uint8Array;
  private readonly sums: Float64Array;

  constructor(
    private readonly stakeholders: readonly Stakeholder[],
    private readonly dimensions: number,
  ) {
    this.inside = new Uint8Array(stakeholders.length);
    this.sums = new Float64Array(dimensions);
  }

  weight(dimension: number): number {
    return this.sums[dimension] ?? 0;
  }

  has(stakeholder: number): boolean {
    return this.inside[stakeholder] === 1;
  }

  add(stakeholder: number): void {
    if (this.inside[stakeholder] === 1) return;
    this.inside[stakeholder] = 1;
    this.move(stakeholder, 1);
  }

  remove(stakeholder: number): void {
    if (this.inside[stakeholder] !== 1) return;
    this.inside[stakeholder] = 0;
    this.move(stakeholder, -1);
  }

  private move(stakeholder: number, sign: 1 | -1): void {
    const weights = this.stakeholders[stakeholder]!.weights;
    for (let d = 0; d < this.dimensions; d++) this.sums[d]! += sign * (weights[d] ?? 0);
    this.count += sign;
  }
}

/** The set of these stakeholders. */
export function memberSet(
  stakeholders: readonly Stakeholder[],
  dimensions: number,
  members: Iterable<number>,
): MemberSet {
  const set = new MemberSet(stakeholders, dimensions);
  for (const member of members) set.add(member);
  return set;
}
