import { edgeHash, edgeSize, type TreeNode, takeLeaf } from '@/ledger/tree';

/** The tree of RFC 9162 §2.1 while its leaves stream by: its right edge alone, log₂(size) hashes. */
export class GrowingTree {
  private readonly edge: TreeNode[] = [];

  get size(): number {
    return edgeSize(this.edge);
  }

  append(leaf: Uint8Array): void {
    takeLeaf(this.edge, leaf);
  }

  root(): Uint8Array {
    return edgeHash(this.edge);
  }
}
