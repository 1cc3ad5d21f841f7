import type { Coalition } from './coalition';
import type { Stakeholder, Stance } from './model';
import { LEVEL } from './stance';

/**
 * C^necessary ⊆ C^expected ⊆ C^possible of one comparison (§3), held as a level 0 … 3 per stakeholder: the
 * number of stances under which it strictly prefers.
 */
export class Levels {
  /** By level, then dimension; the last column counts heads. Sums stay below 10¹⁵. */
  private readonly sums: Float64Array;

  constructor(
    readonly level: Uint8Array,
    stakeholders: readonly Stakeholder[],
    private readonly dimensions: number,
  ) {
    const columns = dimensions + 1;
    this.sums = new Float64Array(4 * columns);
    stakeholders.forEach(({ weights }, i) => {
      const row = level[i]! * columns;
      if (row === 0) return;
      for (let d = 0; d < dimensions; d++) this.sums[row + d]! += weights[d] ?? 0;
      this.sums[row + dimensions]! += 1;
    });
  }

  has(stakeholder: number, stance: Stance): boolean {
    return this.level[stakeholder]! >= LEVEL[stance];
  }

  /** C^s, members ascending. */
  members(stance: Stance): number[] {
    const least = LEVEL[stance];
    const members: number[] = [];
    this.level.forEach((level, i) => {
      if (level >= least) members.push(i);
    });
    return members;
  }

  /** C^s as what a rule asks of it. */
  coalition(stance: Stance): Coalition {
    const total = (column: number) => {
      let sum = 0;
      for (let level = LEVEL[stance]; level <= 3; level++) {
        sum += this.sums[level * (this.dimensions + 1) + column]!;
      }
      return sum;
    };
    return {
      count: total(this.dimensions),
      weight: total,
      has: (stakeholder) => this.has(stakeholder, stance),
    };
  }
}
