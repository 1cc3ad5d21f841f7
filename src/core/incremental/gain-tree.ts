import { DIGITS, type Gain, type Gains, gainKey, partingDigit } from './gain-key';
import { ABOVE, BELOW, GainNodes, HELD, NONE, ROOT } from './gain-nodes';
import { GrownGains } from './grown-gains';

/** The place value of a key's last digit, by which or one before it all nodes part. */
const LAST_DIGIT = 1;

/**
 * The gains of stakeholders at one profile under one stance, as a radix tree over their keys (Morrison 1968, PATRICIA):
 * each gain that somebody has is a leaf, and a node parts those below a key from those at or above it, of which it holds
 * how many they are and what they weigh. So it is never put in balance: at most 47 nodes deep whatever comes and goes, about
 * log₂ g of g gains that are strewn. In D dimensions it takes at most 12 · (5 + D) · g bytes, and some hundred.
 */
export class GainTree {
  private readonly nodes: GainNodes;
  /** How many stakeholders there are, and what they weigh by dimension, at most 10¹⁵. */
  private readonly totals: Float64Array;
  /** The same of one stakeholder. */
  private readonly own: Float64Array;
  /** The same of all that hangs where a walk ended. */
  private readonly under: Float64Array;
  /** The words that led there, the root's first. */
  private readonly path = new Int32Array(1 + DIGITS);

  /** @param columns weights by dimension, then stakeholder */
  constructor(
    private readonly columns: readonly Float64Array[],
    gains: Gains,
  ) {
    const quantities = 1 + columns.length;
    this.nodes = new GainNodes(quantities, gains.num.length);
    this.own = new Float64Array(quantities);
    this.under = new Float64Array(quantities);
    const grown = new GrownGains(this.nodes, columns, gains);
    const root = grown.root();
    this.nodes.words[ROOT] = root;
    this.nodes.trim();
    this.totals = grown.under;
  }

  get bytes(): number {
    return this.nodes.bytes;
  }

  /** Takes in i, who gains so much. */
  add(i: number, gain: Gain): void {
    const { nodes, path } = this;
    const key = gainKey(gain.num, gain.den);
    const nearest = this.nearest(key);
    const digit = nearest === null || nearest === key ? LAST_DIGIT : partingDigit(nearest, key);
    const link = path[this.walk(i, 1, key, digit)]!;
    if (nearest === key) return;
    const leaf = nodes.newLeaf(gain.num, gain.den);
    const rest = nodes.words[link]!;
    const here = rest === NONE ? leaf : this.parted(key, digit, leaf, rest);
    nodes.words[link] = here;
  }

  /** Takes out i, who was taken in with the same gain. */
  remove(i: number, { num, den }: Gain): void {
    const { nodes, path } = this;
    const { words } = nodes;
    const depth = this.walk(i, -1, gainKey(num, den), LAST_DIGIT);
    if (this.under[0]! > 0) return;
    const link = path[depth]!;
    nodes.freeLeaf(words[link]!);
    if (depth === 0) {
      words[ROOT] = NONE;
      return;
    }
    const upper = path[depth - 1]!;
    const node = words[upper]!;
    words[upper] = words[link === node + BELOW ? node + ABOVE : node + BELOW]!;
    nodes.freeNode(node);
  }

  /**
   * The largest gain for which those with at least as much are enough; `null` where all are not. `enough` must be monotone,
   * and is asked once a node on the way, of their number and weights and the key from which on they are counted.
   */
  largest(enough: (counted: Float64Array, from: number) => boolean): Gain | null {
    const { words } = this.nodes;
    if (words[ROOT] === NONE || !enough(this.totals, 0)) return null;
    const counted = new Float64Array(this.totals.length);
    let at = words[ROOT]!;
    while (at > 0) {
      for (let q = 0; q < counted.length; q++) counted[q]! += words[at + HELD + q]!;
      const isAbove = enough(counted, words[at]!);
      if (isAbove) for (let q = 0; q < counted.length; q++) counted[q]! -= words[at + HELD + q]!;
      at = words[at + (isAbove ? ABOVE : BELOW)]!;
    }
    return this.nodes.gain(at);
  }

  /** The key of the leaf to which a key leads; none has more of its first digits. */
  private nearest(key: number): number | null {
    const { words } = this.nodes;
    let at = words[ROOT]!;
    if (at === NONE) return null;
    while (at > 0) at = words[at + (key < words[at]! ? BELOW : ABOVE)]!;
    const { num, den } = this.nodes.gain(at);
    return gainKey(num, den);
  }

  /**
   * Follows a key to its leaf, or to where a node that parts by this digit belongs, and counts i in or out on the way.
   *
   * @returns how deep it went: the place in `path` of the word that leads there
   */
  private walk(i: number, sign: 1 | -1, key: number, digit: number): number {
    const { own, under, totals, path } = this;
    const { words } = this.nodes;
    for (let q = 0; q < own.length; q++) {
      own[q] = sign * (q === 0 ? 1 : this.columns[q - 1]![i]!);
      under[q] = totals[q]! += own[q]!;
    }
    let depth = 0;
    path[0] = ROOT;
    // A node parts by the last digit of its key that is 1.
    for (let at = words[ROOT]!; at > 0 && Number.isInteger(words[at]! / digit); ) {
      const isAbove = key >= words[at]!;
      for (let q = 0; q < own.length; q++) {
        if (isAbove) under[q] = words[at + HELD + q]! += own[q]!;
        else under[q]! -= words[at + HELD + q]!;
      }
      path[++depth] = at + (isAbove ? ABOVE : BELOW);
      at = words[path[depth]!]!;
    }
    return depth;
  }

  /** What leads to a node that parts the leaf of a stakeholder who came from the rest that hung there. */
  private parted(key: number, digit: number, leaf: number, rest: number): number {
    const { nodes, own, under } = this;
    const prefix = Math.floor(key / digit);
    const isAbove = prefix % 2 === 1;
    const node = isAbove
      ? nodes.newNode(prefix * digit, rest, leaf)
      : nodes.newNode((prefix + 1) * digit, leaf, rest);
    for (let q = 0; q < own.length; q++)
      nodes.words[node + HELD + q] = isAbove ? own[q]! : under[q]! - own[q]!;
    return node;
  }
}
