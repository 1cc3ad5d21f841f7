import { describe, expect, test } from 'vitest';
import { concat, fromHex, sha256, toHex } from './hash';
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  verifyConsistency,
  verifyInclusion,
} from './proof';
import { INPUTS, ROOTS } from './testing/known-trees';
import {
  appendLeaves,
  edgeHash,
  edgeSize,
  type LeafRange,
  leafHash,
  type NodeAddress,
  nodeHash,
  type ReadNode,
  rangeAddresses,
  readEdge,
  splitPoint,
  treeHash,
} from './tree';

/** The slow twins: the recursive definitions of RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1, over all leaf hashes. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return only;
  const k = splitPoint(leaves.length);
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

function path(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...path(m, left), mth(right)] : [...path(m - k, right), mth(left)];
}

function subproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [mth(leaves)];
  const k = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k ? [...subproof(m, left, whole), mth(right)] : [...subproof(m - k, right, false), mth(left)];
}

/** A store that counts what is read, and grows by one append at a time. */
class Store {
  readonly nodes = new Map<string, Uint8Array>();
  size = 0;
  reads = 0;
  readonly read: ReadNode = ({ level, index }: NodeAddress) => {
    this.reads += 1;
    const hash = this.nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`no node ${level}/${index}`);
    return hash;
  };
  append(leaves: readonly Uint8Array[]): void {
    for (const { level, index, hash } of appendLeaves(readEdge(this.size, this.read), leaves).added) {
      const key = `${level}/${index}`;
      if (this.nodes.has(key)) throw new Error(`${key} is written twice`);
      this.nodes.set(key, hash);
    }
    this.size += leaves.length;
  }
}

const LEAVES = Array.from({ length: 130 }, (_, i) => leafHash(Uint8Array.of(i, i * 7)));
const hex = (hashes: readonly Uint8Array[]) => hashes.map(toHex);

describe('known answers of ledger.md §5', () => {
  test.each(ROOTS)('the tree of %i inputs', (size, root) => {
    const store = new Store();
    store.append(INPUTS.slice(0, size).map((input) => leafHash(fromHex(input))));
    expect(toHex(treeHash(size, store.read))).toBe(root);
  });
});

describe('RFC 9162 §2.1.5, the tree of seven leaves', () => {
  const d = LEAVES.slice(0, 7);
  const [a, b, c, dd, e, f, j] = d.map((leaf) => leaf) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const g = nodeHash(a, b);
  const h = nodeHash(c, dd);
  const i = nodeHash(e, f);
  const k = nodeHash(g, h);
  const l = nodeHash(i, j);
  const store = new Store();
  store.append(d);

  test('inclusion proofs of d0, d3, d4 and d6', () => {
    expect(hex(inclusionProof(0, 7, store.read))).toEqual(hex([b, h, l]));
    expect(hex(inclusionProof(3, 7, store.read))).toEqual(hex([c, g, l]));
    expect(hex(inclusionProof(4, 7, store.read))).toEqual(hex([f, j, k]));
    expect(hex(inclusionProof(6, 7, store.read))).toEqual(hex([i, k]));
  });

  test('consistency proofs from 3, 4 and 6', () => {
    expect(hex(consistencyProof(3, 7, store.read))).toEqual(hex([c, dd, g, l]));
    expect(hex(consistencyProof(4, 7, store.read))).toEqual(hex([l]));
    expect(hex(consistencyProof(6, 7, store.read))).toEqual(hex([i, j, k]));
  });
});

test('every size up to 130 grows to the tree of the definition, by single and by joint appends', () => {
  const one = new Store();
  for (let size = 0; size <= LEAVES.length; size++) {
    expect(toHex(treeHash(size, one.read))).toBe(toHex(mth(LEAVES.slice(0, size))));
    const leaf = LEAVES[size];
    if (leaf !== undefined) one.append([leaf]);
  }
  for (const cut of [1, 2, 3, 63, 64, 65, 127]) {
    const joint = new Store();
    joint.append(LEAVES.slice(0, cut));
    joint.append(LEAVES.slice(cut));
    expect(joint.nodes).toEqual(one.nodes);
  }
});

test('the right edge grows by what is appended to the one that would be read, and hashes to the tree', () => {
  const store = new Store();
  store.append(LEAVES);
  for (let size = 0; size <= LEAVES.length; size++) {
    const edge = readEdge(size, store.read);
    expect(edgeSize(edge)).toBe(size);
    expect(toHex(edgeHash(edge))).toBe(toHex(mth(LEAVES.slice(0, size))));
    for (const count of [0, 1, 2, 3, 64].filter((leaves) => size + leaves <= LEAVES.length)) {
      const before = structuredClone(edge);
      const leaves = LEAVES.slice(size, size + count);
      expect(appendLeaves(edge, leaves).edge).toEqual(readEdge(size + count, store.read));
      expect(edge).toEqual(before);
    }
  }
});

test('appending reads and writes O(log n) nodes', () => {
  const store = new Store();
  for (let size = 0; size < 1025; size++) {
    store.reads = 0;
    const before = store.nodes.size;
    store.append([leafHash(Uint8Array.of(size % 256))]);
    const bound = Math.log2(size + 1) + 1;
    expect(store.reads).toBeLessThanOrEqual(bound);
    expect(store.nodes.size - before).toBeLessThanOrEqual(bound);
  }
});

test('a proof reads O(log n) nodes, of any tree', () => {
  const nodes = (ranges: readonly LeafRange[]) => ranges.flatMap(rangeAddresses).length;
  for (const size of [1, 2, 3, 1000, 1023, 1024, 1025, 1_000_003, 2 ** 31 - 1]) {
    // A path has a subtree a level, all of them complete but the one at the right edge.
    const bound = 2 * Math.ceil(Math.log2(size + 1));
    for (const place of [0, 1, size >> 2, size >> 1, size - 2, size - 1].filter(
      (at) => at >= 0 && at < size,
    )) {
      expect(nodes(inclusionRanges(place, size))).toBeLessThanOrEqual(bound);
      expect(nodes(consistencyRanges(place + 1, size))).toBeLessThanOrEqual(bound);
    }
  }
});

test('every inclusion and consistency proof up to 130 is that of the definition, and verifies', () => {
  const store = new Store();
  store.append(LEAVES);
  const roots = Array.from({ length: 131 }, (_, size) => treeHash(size, store.read));
  const root = (size: number) => roots[size] ?? sha256(Uint8Array.of());
  for (let to = 1; to <= 130; to++) {
    const leaves = LEAVES.slice(0, to);
    for (let from = 0; from <= to; from++) {
      const proof = consistencyProof(from, to, store.read);
      if (from > 0) expect(hex(proof)).toEqual(hex(subproof(from, leaves, true)));
      expect(verifyConsistency(from, to, root(from), root(to), proof)).toBe(true);
      const leaf = leaves[from];
      if (leaf === undefined) continue;
      const inclusion = inclusionProof(from, to, store.read);
      expect(hex(inclusion)).toEqual(hex(path(from, leaves)));
      expect(verifyInclusion(leaf, from, to, inclusion, root(to))).toBe(true);
    }
  }
}, 60_000);

test('proofs that are altered, cut, extended or for another place do not verify', () => {
  const store = new Store();
  store.append(LEAVES.slice(0, 21));
  const leaf = LEAVES[5] ?? Uint8Array.of();
  const root = treeHash(21, store.read);
  const proof = inclusionProof(5, 21, store.read);
  const flipped = proof.map((hash, i) =>
    i === 1 ? hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) : hash,
  );
  expect(verifyInclusion(leaf, 5, 21, flipped, root)).toBe(false);
  expect(verifyInclusion(leaf, 5, 21, proof.slice(1), root)).toBe(false);
  expect(verifyInclusion(leaf, 5, 21, [...proof, leaf], root)).toBe(false);
  expect(verifyInclusion(leaf, 4, 21, proof, root)).toBe(false);
  expect(verifyInclusion(leaf, 21, 21, proof, root)).toBe(false);
  const older = treeHash(13, store.read);
  const consistency = consistencyProof(13, 21, store.read);
  expect(verifyConsistency(13, 21, older, root, consistency)).toBe(true);
  expect(verifyConsistency(12, 21, older, root, consistency)).toBe(false);
  expect(verifyConsistency(13, 21, root, root, consistency)).toBe(false);
  expect(verifyConsistency(13, 21, older, older, consistency)).toBe(false);
  expect(verifyConsistency(13, 21, older, root, consistency.slice(0, -1))).toBe(false);
  expect(verifyConsistency(13, 13, older, older, [leaf])).toBe(false);
  expect(verifyConsistency(21, 13, root, older, consistency)).toBe(false);
});

test('a leaf cannot pass for an inner node', () => {
  const [left = Uint8Array.of(), right = Uint8Array.of()] = LEAVES;
  expect(toHex(leafHash(concat(left, right)))).not.toBe(toHex(nodeHash(left, right)));
});
