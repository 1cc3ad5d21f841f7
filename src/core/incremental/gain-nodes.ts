import type { Gain } from './gain-key';

/** Words of a node: the least key of its upper side, its two sides, and from there on whom the upper one holds. */
export const BELOW = 1;
export const ABOVE = 2;
export const HELD = 3;
/** The word that leads to the whole tree, and what it is where the tree is empty. */
export const ROOT = 0;
export const NONE = 0;

/**
 * Where the nodes and leaves of a tree of gains lie. What leads to a node is the number of its first word, to a leaf the complement
 * of its own number. Room for half as many again as there were is made at a time, and what was freed is used first.
 */
export class GainNodes {
  words: Float64Array;
  /** By leaf, numerator and denominator. */
  private gains: Int32Array;
  private readonly stride: number;
  private nodes = 0;
  private leaves = 0;
  private readonly freeNodes: number[] = [];
  private readonly freeLeaves: number[] = [];

  /**
   * @param quantities how many numbers say whom a side holds
   * @param room for how many leaves
   */
  constructor(quantities: number, room: number) {
    this.stride = HELD + quantities;
    this.words = new Float64Array(1 + this.stride * room);
    this.gains = new Int32Array(2 * room);
  }

  get bytes(): number {
    return this.words.byteLength + this.gains.byteLength;
  }

  /** Gives back the room that was not needed. */
  trim(): void {
    this.words = this.words.slice(0, 1 + this.stride * this.nodes);
    this.gains = this.gains.slice(0, 2 * this.leaves);
  }

  /** The gain of the leaf that this leads to. */
  gain(leaf: number): Gain {
    return { num: this.gains[2 * ~leaf]!, den: this.gains[2 * ~leaf + 1]! };
  }

  /** What leads to a new leaf. */
  newLeaf(num: number, den: number): number {
    const leaf = this.freeLeaves.pop() ?? this.leaves++;
    if (2 * leaf >= this.gains.length) {
      const before = this.gains;
      this.gains = new Int32Array(2 * more(leaf));
      this.gains.set(before);
    }
    this.gains[2 * leaf] = num;
    this.gains[2 * leaf + 1] = den;
    return ~leaf;
  }

  /** What leads to a new node. Afterwards `words` may be others. */
  newNode(split: number, below: number, above: number): number {
    const node = this.freeNodes.pop() ?? 1 + this.nodes++ * this.stride;
    if (node >= this.words.length) {
      const before = this.words;
      this.words = new Float64Array(1 + this.stride * more(this.nodes));
      this.words.set(before);
    }
    this.words[node] = split;
    this.words[node + BELOW] = below;
    this.words[node + ABOVE] = above;
    return node;
  }

  freeLeaf(leaf: number): void {
    this.freeLeaves.push(~leaf);
  }

  freeNode(node: number): void {
    this.freeNodes.push(node);
  }
}

const more = (count: number) => Math.ceil(count * 1.5) + 4;
