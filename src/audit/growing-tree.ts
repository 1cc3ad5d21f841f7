import { emptyTreeHash, nodeHash } from '@/ledger/tree';

/** The tree of RFC 9162 §2.1 while its leaves stream by: its right edge alone, log₂(size) hashes. */
export class GrowingTree {
  size = 0;
  private readonly edge: { readonly level: number; readonly hash: Uint8Array }[] = [];

  append(leaf: Uint8Array): void {
    let node = { level: 0, hash: leaf };
    for (let left = this.edge.at(-1); left?.level === node.level; left = this.edge.at(-1)) {
      this.edge.pop();
      node = { level: node.level + 1, hash: nodeHash(left.hash, node.hash) };
    }
    this.edge.push(node);
    this.size += 1;
  }

  root(): Uint8Array {
    const hashes = this.edge.map(({ hash }) => hash);
    return hashes.length === 0 ? emptyTreeHash() : hashes.reduceRight((right, left) => nodeHash(left, right));
  }
}
