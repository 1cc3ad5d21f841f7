import { plainKernel } from './plain-kernel';
import { simdKernel } from './simd-kernel';
import type { Sums, TallyKernel } from './tally-kernel';
import { stakeholdersOf, type TallyWork } from './tally-work';
import { fillRanks, lacksBest, TILE } from './tile';

/** What was counted, and how many have not spoken of those whom `undecided` counts. */
export interface Counted extends Sums {
  readonly silent: number;
}

/** What several have counted, together. */
export function sumOf(parts: readonly Counted[]): Counted {
  const [first] = parts;
  if (first === undefined) throw new Error('nobody has counted anything');
  const sums = new Float64Array(first.sums.length);
  const undecided = new Float64Array(first.undecided.length);
  for (const part of parts) {
    addTo(sums, part.sums);
    addTo(undecided, part.undecided);
  }
  return { sums, undecided, silent: parts.reduce((all, part) => all + part.silent, 0) };
}

/** Counts all of the work, by whatever means: the sums are whole numbers, and the same however it is split. */
export type Counting = (work: TallyWork) => Counted;

function addTo(sums: Float64Array, amounts: Float64Array): void {
  for (let k = 0; k < amounts.length; k++) sums[k]! += amounts[k]!;
}

type MakeKernel = (profiles: number, dimensions: number) => TallyKernel;

/** In WebAssembly SIMD, or in plain JavaScript where that is missing or forbidden. */
const kernelFor: MakeKernel = (profiles, dimensions) =>
  simdKernel(profiles, dimensions) ?? plainKernel(profiles, dimensions);

/** All of it here, in one piece. */
export const countHere: Counting = (work) => {
  const counter = new TallyCounter(work);
  counter.count(0, stakeholdersOf(work));
  return counter.counted();
};

/** Counts parts of the work, in any order: O(m²) each stakeholder and two dimensions. Sums are at most 10¹⁵ < 2⁵³. */
export class TallyCounter {
  private readonly kernel: TallyKernel;
  private silent = 0;

  constructor(
    private readonly work: TallyWork,
    makeKernel: MakeKernel = kernelFor,
  ) {
    this.kernel = makeKernel(work.scores.profiles, work.dimensions);
  }

  counted(): Counted {
    return { ...this.kernel.read(), silent: this.silent };
  }

  /** Counts the stakeholders `from` … `to − 1`. */
  count(from: number, to: number): void {
    for (let at = from; at < to; at += TILE) this.countTile(at, Math.min(TILE, to - at));
  }

  private countTile(from: number, length: number): void {
    const { kernel } = this;
    const { scores, weights, dimensions } = this.work;
    const lacking = kernel.fill(scores, from, length);
    let undecided = false;
    let silent = 0;
    for (let i = 0, stakeholder = from; i < length; i++, stakeholder++) {
      silent += scores.silent[stakeholder]!;
      if (lacking && !undecided) undecided = lacksBest(scores, stakeholder);
      if (scores.denominator[stakeholder]! !== 1) fillRanks(kernel.columns, scores, stakeholder, i);
    }
    const n = scores.silent.length;
    for (let d = 0; d < dimensions; d++)
      kernel.weights.set(weights.subarray(d * n + from, d * n + from + length), d * TILE);
    kernel.count({ length, undecided });
    if (undecided) this.silent += silent;
  }
}
