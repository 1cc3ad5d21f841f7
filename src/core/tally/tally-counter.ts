import { plainKernel } from './plain-kernel';
import { simdKernel } from './simd-kernel';
import type { TallyKernel } from './tally-kernel';
import type { TallyWork } from './tally-work';
import { fillTile, fillWeights, TILE } from './tile';

/** What was counted so far, as in `TallyKernel`, and how many of it have not spoken where `undecided` counts them too. */
export interface Counted {
  readonly sums: Float64Array;
  readonly undecided: Float64Array;
  readonly silent: number;
}

/** What several have counted, together. */
export function sumOf(parts: readonly Counted[]): Counted {
  const [first] = parts;
  if (first === undefined) throw new Error('nobody has counted anything');
  const sums = new Float64Array(first.sums.length);
  const undecided = new Float64Array(first.undecided.length);
  for (const part of parts) {
    addTimes(sums, 0, part.sums, 1);
    addTimes(undecided, 0, part.undecided, 1);
  }
  return { sums, undecided, silent: parts.reduce((all, part) => all + part.silent, 0) };
}

/** Counts all of the work, by whatever means: the sums are whole numbers, and the same however it is split. */
export type Counting = (work: TallyWork) => Counted;

type MakeKernel = (profiles: number, dimensions: number) => TallyKernel;

/** In WebAssembly SIMD, or in plain JavaScript where that is missing or forbidden. */
const kernelFor: MakeKernel = (profiles, dimensions) =>
  simdKernel(profiles, dimensions) ?? plainKernel(profiles, dimensions);

/** All of it here, in one piece. */
export const countHere: Counting = (work) => {
  const counter = new TallyCounter(work);
  counter.count(0, work.order.length);
  return counter.counted;
};

/**
 * Counts parts of the work, in any order: O(m²) each stakeholder and dimension, 16 bits at a time. Where stakeholders
 * of equal weights stand together, those that prefer are counted alone and weighed by class: sums at most 10¹⁵ < 2⁵³.
 */
export class TallyCounter {
  private readonly kernel: TallyKernel;
  private readonly sums: Float64Array;
  private silent = 0;

  constructor(
    private readonly work: TallyWork,
    makeKernel: MakeKernel = kernelFor,
  ) {
    const { scores, dimensions, ends } = work;
    this.kernel = makeKernel(scores.profiles, ends === null ? dimensions : 0);
    this.sums =
      ends === null ? this.kernel.sums : new Float64Array(this.kernel.sums.length * (1 + dimensions));
  }

  get counted(): Counted {
    return { sums: this.sums, undecided: this.kernel.undecided, silent: this.silent };
  }

  /** Counts those at places `from` … `to − 1` of the order. */
  count(from: number, to: number): void {
    const { ends } = this.work;
    if (ends === null) {
      this.countTiles(from, to);
      return;
    }
    for (let at = from, k = classAt(ends, from); at < to; k++) {
      const end = Math.min(to, ends[k]!);
      this.countTiles(at, end);
      this.weigh(this.work.order[at]!);
      at = end;
    }
  }

  private countTiles(from: number, to: number): void {
    const { kernel } = this;
    const { scores, weights, order, ends } = this.work;
    for (let at = from; at < to; at += TILE) {
      const length = Math.min(TILE, to - at);
      if (ends === null) fillWeights(kernel.halves, weights, order, at, length);
      const tile = fillTile(kernel.columns, scores, order, at, length);
      kernel.count(tile);
      if (tile.undecided) this.silent += tile.silent;
    }
  }

  /** Takes over whom the kernel has counted, all of whom weigh what this stakeholder does. */
  private weigh(stakeholder: number): void {
    const { dimensions, weights, order } = this.work;
    const heads = this.kernel.sums;
    addTimes(this.sums, 0, heads, 1);
    for (let d = 0; d < dimensions; d++) {
      const weight = weights[d * order.length + stakeholder]!;
      addTimes(this.sums, (d + 1) * heads.length, heads, weight);
    }
    heads.fill(0);
  }
}

function addTimes(sums: Float64Array, at: number, amounts: Float64Array, factor: number): void {
  for (let k = 0; k < amounts.length; k++) sums[at + k]! += factor * amounts[k]!;
}

/** The class of the place: the first that ends behind it. */
function classAt(ends: Int32Array, place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
