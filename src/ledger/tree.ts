/**
 * The Merkle tree of RFC 9162 §2.1 over stored nodes.
 *
 * Only complete subtrees are stored: the node (level, index) is the hash of the 2^level leaves from
 * index·2^level on. It never changes once written, so an append adds nodes and touches none, and every tree
 * hash and proof is put together from O(log n) of them. Sizes and positions are integers below 2⁵³; halving is
 * by division, since the bit operators of JavaScript stop at 32 bits.
 */
import { concat, sha256 } from './hash';

export interface NodeAddress {
  /** 0 for leaf hashes. */
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodeAddress {
  readonly hash: Uint8Array;
}

/** Reads a stored node. It throws where there is none: a caller asks only for nodes of the tree's size. */
export type ReadNode = (address: NodeAddress) => Uint8Array;

/** Leaves from `start` up to but not including `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** Room for a short entry behind its prefix: making room for each costs more than its hash. */
const room = new Uint8Array(4096);

export function leafHash(entry: Uint8Array): Uint8Array {
  if (entry.length >= room.length) return sha256(concat(LEAF, entry));
  room.set(LEAF);
  room.set(entry, LEAF.length);
  return sha256(room.subarray(0, LEAF.length + entry.length));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const length = NODE.length + left.length + right.length;
  if (length > room.length) return sha256(concat(NODE, left, right));
  room.set(NODE);
  room.set(left, NODE.length);
  room.set(right, NODE.length + left.length);
  return sha256(room.subarray(0, length));
}

/** MTH({}) of RFC 9162 §2.1.1. */
export function emptyTreeHash(): Uint8Array {
  return sha256(new Uint8Array(0));
}

/** The largest power of two below `n`, for n > 1 (the split point k of RFC 9162 §2.1.1). */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * The complete subtrees that make up a subtree of the Merkle tree, left to right: at most log₂ of its width.
 * `range` must be one that occurs in the tree (its start a multiple of a power of two that is at least its width).
 */
export function rangeAddresses({ start, end }: LeafRange): NodeAddress[] {
  const addresses: NodeAddress[] = [];
  let from = start;
  for (let width = end - from; width > 0; width = end - from) {
    let level = 0;
    let size = 1;
    while (size * 2 <= width) {
      size *= 2;
      level += 1;
    }
    addresses.push({ level, index: from / size });
    from += size;
  }
  return addresses;
}

/** The hash of a non-empty subtree, from its complete parts. */
export function rangeHash(range: LeafRange, read: ReadNode): Uint8Array {
  return joined(rangeAddresses(range).map(read));
}

/** @param parts complete subtrees side by side, at least one. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.reduceRight((right, left) => nodeHash(left, right));
}

/** MTH(D[size]), the tree hash that a checkpoint signs. Reads at most log₂(size) + 1 nodes. */
export function treeHash(size: number, read: ReadNode): Uint8Array {
  return size === 0 ? emptyTreeHash() : rangeHash({ start: 0, end: size }, read);
}

/**
 * A tree's right edge: the complete subtrees that it is made of, left to right. It is all that its hash and an append
 * take of it.
 */
export type Edge = readonly TreeNode[];

/** What must be read of a tree of `size` leaves to have its right edge. */
export function edgeAddresses(size: number): NodeAddress[] {
  return rangeAddresses({ start: 0, end: size });
}

export function readEdge(size: number, read: ReadNode): Edge {
  return edgeAddresses(size).map((address) => ({ ...address, hash: read(address) }));
}

/** The tree hash of the tree with that right edge. */
export function edgeHash(edge: Edge): Uint8Array {
  return edge.length === 0 ? emptyTreeHash() : joined(edge.map(({ hash }) => hash));
}

/** How many leaves the tree with that right edge has. */
export function edgeSize(edge: Edge): number {
  const last = edge.at(-1);
  return last === undefined ? 0 : (last.index + 1) * 2 ** last.level;
}

/**
 * The nodes that appending `leaves` to the tree with the right edge `before` adds, each leaf hash and each subtree that it
 * completes, and the right edge after it. Two hashes a leaf on average, log₂(n) at worst.
 */
export function appendLeaves(
  before: Edge,
  leaves: readonly Uint8Array[],
): { readonly added: TreeNode[]; readonly edge: Edge } {
  const edge = [...before];
  return { added: leaves.flatMap((leaf) => takeLeaf(edge, leaf)), edge };
}

/** One leaf, which changes the right edge in place: for whoever holds it alone. @returns the nodes that are added. */
export function takeLeaf(edge: TreeNode[], leaf: Uint8Array): TreeNode[] {
  let node: TreeNode = { level: 0, index: edgeSize(edge), hash: leaf };
  const added = [node];
  for (let left = edge.at(-1); left?.level === node.level; left = edge.at(-1)) {
    edge.pop();
    node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(left.hash, node.hash) };
    added.push(node);
  }
  edge.push(node);
  return added;
}
