import type { Coalition } from '../coalition';
import type { Stance } from '../model';
import type { Scores } from '../scores';
import { gainKey } from './gain-key';

/** All whose gain from the default to x is large enough, as what a rule asks of them; counted elsewhere. */
export class Gaining implements Coalition {
  private counted: Float64Array = new Float64Array(1);
  private least = 0;

  constructor(
    private readonly scores: Scores,
    private readonly x: number,
    private readonly d: number,
    private readonly stance: Stance,
  ) {}

  /** The same object, now of those whose keys are at least `least`: their number, then their weight by dimension. */
  from(counted: Float64Array, least: number): this {
    this.counted = counted;
    this.least = least;
    return this;
  }

  get count(): number {
    return this.counted[0]!;
  }

  weight(dimension: number): number {
    return this.counted[1 + dimension] ?? 0;
  }

  has(stakeholder: number): boolean {
    const gain = this.scores.gain(stakeholder, this.x, this.d, this.stance);
    return gain !== null && gainKey(gain, this.scores.denominator[stakeholder]!) >= this.least;
  }
}
