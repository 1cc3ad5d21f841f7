import type { CoverTree } from './cover-tree';

/** A set of candidates while a search adds to it and takes from it, and whether it satisfies a tree. */
export class Load {
  count = 0;
  readonly inside: Uint8Array;
  readonly sums: Float64Array;

  constructor(
    size: number,
    private readonly weights: readonly Float64Array[],
  ) {
    this.inside = new Uint8Array(size);
    this.sums = new Float64Array(weights.length);
  }

  add(candidate: number): void {
    this.move(candidate, 1);
  }

  remove(candidate: number): void {
    this.move(candidate, -1);
  }

  private move(candidate: number, sign: 1 | -1): void {
    this.inside[candidate]! += sign;
    this.count += sign;
    for (let d = 0; d < this.sums.length; d++) this.sums[d]! += sign * this.weights[d]![candidate]!;
  }

  satisfies(tree: CoverTree): boolean {
    switch (tree.kind) {
      case 'weight':
        return this.sums[tree.dimension]! >= tree.need;
      case 'count':
        return this.count >= tree.need;
      case 'all':
        return tree.elements.every((element) => this.inside[element] === 1);
      case 'any':
        return tree.elements.some((element) => this.inside[element] === 1);
      case 'allOf':
        return tree.nodes.every((node) => this.satisfies(node));
      case 'anyOf':
        return tree.nodes.some((node) => this.satisfies(node));
    }
  }
}
