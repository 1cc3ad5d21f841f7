import { type Gains, gainKey, partingDigit } from './gain-key';
import { BELOW, type GainNodes, HELD, NONE } from './gain-nodes';

/**
 * The tree of many gains at once, the same as one after the other would make: as numbers are sorted by their digits, each
 * part looked through once for a digit in which its keys differ. O(n · depth).
 */
export class GrownGains {
  /** How many stakeholders there are in the part grown last, and what they weigh by dimension. */
  readonly under: Float64Array;
  /** Keys, and whose they are. */
  private readonly keys: Float64Array;
  private readonly order: Int32Array;
  private count = 0;

  constructor(
    private readonly nodes: GainNodes,
    private readonly columns: readonly Float64Array[],
    private readonly gains: Gains,
  ) {
    const { num, den } = gains;
    this.under = new Float64Array(1 + columns.length);
    this.keys = new Float64Array(num.length);
    this.order = new Int32Array(num.length);
    for (let i = 0; i < num.length; i++) {
      if (Number.isNaN(num[i])) continue;
      this.keys[this.count] = gainKey(num[i]!, den[i]!);
      this.order[this.count++] = i;
    }
  }

  /** What leads to the tree. */
  root(): number {
    return this.count === 0 ? NONE : this.grow(0, this.count);
  }

  /** What leads to the tree of those that lie in [from, to). */
  private grow(from: number, to: number): number {
    const { nodes, keys, under } = this;
    let [least, most] = [keys[from]!, keys[from]!];
    for (let k = from + 1; k < to; k++) {
      const key = keys[k]!;
      if (key < least) least = key;
      else if (key > most) most = key;
    }
    if (least === most) return this.leaf(from, to);
    const digit = partingDigit(least, most);
    const split = Math.floor(most / digit) * digit;
    const at = this.part(from, to, split);
    const node = nodes.newNode(split, NONE, this.grow(at, to));
    const above = nodes.words;
    for (let q = 0; q < under.length; q++) above[node + HELD + q] = under[q]!;
    const below = this.grow(from, at);
    const { words } = nodes;
    words[node + BELOW] = below;
    for (let q = 0; q < under.length; q++) under[q]! += words[node + HELD + q]!;
    return node;
  }

  private leaf(from: number, to: number): number {
    const { under, order, columns } = this;
    under[0] = to - from;
    for (let d = 0; d < columns.length; d++) {
      const weights = columns[d]!;
      let sum = 0;
      for (let k = from; k < to; k++) sum += weights[order[k]!]!;
      under[1 + d] = sum;
    }
    const { num, den } = this.gains;
    const i = order[from]!;
    return this.nodes.newLeaf(num[i]!, den[i]!);
  }

  /** Puts those below a key before the others; where these begin. */
  private part(from: number, to: number, split: number): number {
    const { keys, order } = this;
    let at = from;
    for (let k = from; k < to; k++) {
      const key = keys[k]!;
      if (key >= split) continue;
      const i = order[k]!;
      keys[k] = keys[at]!;
      order[k] = order[at]!;
      keys[at] = key;
      order[at++] = i;
    }
    return at;
  }
}
