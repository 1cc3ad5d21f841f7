/**
 * Inclusion and consistency proofs (RFC 9162 §2.1.3 and §2.1.4). A proof is planned as subtrees first, so that
 * whoever keeps the nodes can fetch all that it needs in one read.
 */
import { equalBytes } from './hash';
import { emptyTreeHash, type LeafRange, nodeHash, type ReadNode, rangeHash, splitPoint } from './tree';

/** PATH(index, D[size]): the subtrees whose hashes prove the leaf, nearest first. Needs 0 ≤ index < size. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** PROOF(from, D[to]): the subtrees that prove the tree of size `to` to extend that of size `from`. */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + splitPoint(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier knows the old tree's hash; it needs this subtree's only where that is not the whole old tree.
  if (start !== 0) ranges.push({ start, end });
  return ranges.reverse();
}

export function inclusionProof(index: number, size: number, read: ReadNode): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, read));
}

export function consistencyProof(from: number, to: number, read: ReadNode): Uint8Array[] {
  return consistencyRanges(from, to).map((range) => rangeHash(range, read));
}

/** Whether `proof` shows that `leaf` is the leaf hash at `index` of the tree (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(hash, root);
}

/**
 * Whether `proof` shows that the tree (`to`, `toRoot`) extends the tree (`from`, `fromRoot`) (RFC 9162 §2.1.4.2).
 * Every tree extends the empty one, with an empty proof.
 */
export function verifyConsistency(
  from: number,
  to: number,
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && equalBytes(fromRoot, emptyTreeHash());
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) {
    fn = half(fn);
    sn = half(sn);
  }
  // Where the old tree is a complete subtree of the new one, its own hash starts the path.
  const path = fn === 0 ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let older = first;
  let newer = first;
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      newer = nodeHash(newer, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot);
}

function half(n: number): number {
  return Math.floor(n / 2);
}
